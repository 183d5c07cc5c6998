package io.prorata.bootstrap.terminal;

import io.prorata.application.bankfile.BankFileFormat;
import io.prorata.application.bankfile.BankFileFormat.Column;
import io.prorata.application.bankfile.BankFileFormat.Part;
import io.prorata.application.bankfile.DateFormat;
import io.prorata.application.bankfile.Decimal;
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

    private final List<String> found = new ArrayList<>();
    private final Map<String, String> rows = new LinkedHashMap<>();

    public FormatOnTerminal(BankFileFormat format) {
        found.add(format.kind().toUpperCase(Locale.ROOT));
        found.add(format.encoding());
        switch (format) {
            case BankFileFormat.Csv csv -> {
                found.add((csv.delimiter() == '\t' ? "tabs" : "'" + csv.delimiter() + "'") + " between fields");
                table(csv.headerLine(), csv.columns());
                writings(csv.dates(), csv.decimal());
            }
            case BankFileFormat.Xlsx xlsx -> {
                found.add("sheet '" + xlsx.sheet() + "'");
                table(xlsx.headerLine(), xlsx.columns());
                writings(xlsx.dates(), xlsx.decimal());
                if (!xlsx.otherSheets().isEmpty()) {
                    rows.put("Not read", "sheets " + String.join(", ", xlsx.otherSheets()));
                }
            }
            case BankFileFormat.Ofx ofx -> {
                ofx.version().ifPresent(version -> found.add("version " + version));
                parts(ofx.parts());
            }
            case BankFileFormat.Qif qif -> {
                writings(qif.dates(), qif.decimal());
                parts(qif.parts());
                if (!qif.passedOver().isEmpty()) {
                    rows.put(
                            "Not read",
                            qif.passedOver().entrySet().stream()
                                    .map(kind -> kind.getValue() + " of type " + kind.getKey())
                                    .collect(Collectors.joining(", ")));
                }
            }
            case BankFileFormat.Camt camt -> {
                if (!camt.message().isEmpty()) {
                    found.add(camt.message());
                }
                if (camt.files() > 1) {
                    found.add(camt.files() + " files");
                }
                parts(camt.parts());
            }
            case BankFileFormat.Mt940 mt940 -> parts(mt940.parts());
        }
    }

    public Table table(String file) {
        Table table = new Table(Side.LEFT, Side.LEFT).row("File", file).row("Read as", String.join(", ", found));
        rows.forEach(table::row);
        return table;
    }

    private void table(OptionalInt headerLine, List<Column> columns) {
        found.add(headerLine.isPresent() ? "header in line " + headerLine.getAsInt() : "no header");
        rows.put(
                "Columns",
                columns.stream()
                        .map(column -> column.role() + " = " + column.name())
                        .collect(Collectors.joining(", ")));
    }

    private void writings(Optional<DateFormat> dates, Optional<Decimal> decimal) {
        dates.ifPresent(order -> found.add("dates " + order));
        decimal.ifPresent(mark -> found.add("decimal " + mark));
    }

    /** An account that the file does not name needs no line of its own. */
    private void parts(List<Part> parts) {
        String named = parts.stream()
                .filter(part -> !part.account().isEmpty())
                .map(part -> part.account() + ": " + part.lines())
                .collect(Collectors.joining(", "));
        if (!named.isEmpty()) {
            rows.put("Accounts", named);
        }
    }
}
