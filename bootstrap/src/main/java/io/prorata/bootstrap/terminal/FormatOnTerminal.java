package io.prorata.bootstrap.terminal;

import io.prorata.application.bankfile.BankFileFormat;
import io.prorata.application.bankfile.BankFileFormat.Column;
import io.prorata.application.bankfile.BankFileFormat.Part;
import io.prorata.application.bankfile.DateFormat;
import io.prorata.application.bankfile.Decimal;
import io.prorata.bootstrap.environment.TerminalWords;
import io.prorata.bootstrap.terminal.Table.Side;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** How a bank file was found to be written, in lines of text. */
public final class FormatOnTerminal {

    private final TerminalWords words;
    private final List<String> found = new ArrayList<>();
    private final Map<String, String> rows = new LinkedHashMap<>();

    public FormatOnTerminal(BankFileFormat format, TerminalWords words) {
        this.words = words;
        found.add(format.kind().toUpperCase(Locale.ROOT));
        found.add(format.encoding());
        switch (format) {
            case BankFileFormat.Csv csv -> {
                found.add(
                        csv.delimiter() == '\t'
                                ? words.text("tabs between fields")
                                : words.text("'{0}' between fields", csv.delimiter()));
                table(csv.headerLine(), csv.columns());
                writings(csv.dates(), csv.decimal());
            }
            case BankFileFormat.Xlsx xlsx -> {
                found.add(words.text("sheet '{0}'", xlsx.sheet()));
                table(xlsx.headerLine(), xlsx.columns());
                writings(xlsx.dates(), xlsx.decimal());
                if (!xlsx.otherSheets().isEmpty()) {
                    rows.put(words.text("Not read"), words.text("sheets {0}", String.join(", ", xlsx.otherSheets())));
                }
            }
            case BankFileFormat.Ofx ofx -> {
                ofx.version().ifPresent(version -> found.add(words.text("version {0}", version)));
                parts(ofx.parts());
            }
            case BankFileFormat.Qif qif -> {
                writings(qif.dates(), qif.decimal());
                parts(qif.parts());
                if (!qif.passedOver().isEmpty()) {
                    rows.put(
                            words.text("Not read"),
                            qif.passedOver().entrySet().stream()
                                    .map(kind -> words.text("{0} of type {1}", kind.getValue(), kind.getKey()))
                                    .collect(Collectors.joining(", ")));
                }
            }
            case BankFileFormat.Camt camt -> {
                if (!camt.message().isEmpty()) {
                    found.add(camt.message());
                }
                if (camt.files() > 1) {
                    found.add(words.text("{0} files", camt.files()));
                }
                parts(camt.parts());
            }
            case BankFileFormat.Mt940 mt940 -> parts(mt940.parts());
        }
    }

    public Table table(String file) {
        Table table = new Table(Side.LEFT, Side.LEFT)
                .row(words.text("File"), file)
                .row(words.text("Read as"), String.join(", ", found));
        rows.forEach(table::row);
        return table;
    }

    private void table(OptionalInt headerLine, List<Column> columns) {
        found.add(
                headerLine.isPresent()
                        ? words.text("header in line {0}", headerLine.getAsInt())
                        : words.text("no header"));
        rows.put(
                words.text("Columns"),
                columns.stream()
                        .map(column -> column.role() + " = " + column.name())
                        .collect(Collectors.joining(", ")));
    }

    private void writings(Optional<DateFormat> dates, Optional<Decimal> decimal) {
        dates.ifPresent(order -> found.add(words.text("dates {0}", order)));
        decimal.ifPresent(mark -> found.add(words.text("decimal {0}", mark)));
    }

    /** An account that the file does not name needs no line of its own. */
    private void parts(List<Part> parts) {
        String named = parts.stream()
                .filter(part -> !part.account().isEmpty())
                .map(part -> part.account() + ": " + part.lines())
                .collect(Collectors.joining(", "));
        if (!named.isEmpty()) {
            rows.put(words.text("Accounts"), named);
        }
    }
}
