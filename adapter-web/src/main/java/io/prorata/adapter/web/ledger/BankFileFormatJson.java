package io.prorata.adapter.web.ledger;

import io.prorata.application.bankfile.BankFileFormat;
import io.prorata.application.bankfile.BankFileFormat.Column;
import io.prorata.application.bankfile.BankFileFormat.Part;
import io.prorata.application.bankfile.DateFormat;
import io.prorata.application.bankfile.Decimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** How a bank file was found to be written, in JSON: {@code kind} names the format, and the other members are those of the format. */
final class BankFileFormatJson {

    private final Map<String, Object> json = new LinkedHashMap<>();

    private BankFileFormatJson() {}

    static Map<String, Object> write(BankFileFormat format) {
        var writer = new BankFileFormatJson();
        writer.json.put("kind", format.kind());
        writer.json.put("encoding", format.encoding());
        switch (format) {
            case BankFileFormat.Csv csv -> {
                writer.json.put("delimiter", String.valueOf(csv.delimiter()));
                writer.table(csv.headerLine(), csv.columns());
                writer.writings(csv.dates(), csv.decimal());
            }
            case BankFileFormat.Xlsx xlsx -> {
                writer.json.put("sheet", xlsx.sheet());
                writer.json.put("other_sheets", xlsx.otherSheets());
                writer.table(xlsx.headerLine(), xlsx.columns());
                writer.writings(xlsx.dates(), xlsx.decimal());
            }
            case BankFileFormat.Ofx ofx -> {
                ofx.version().ifPresent(version -> writer.json.put("version", version));
                writer.parts(ofx.parts());
            }
            case BankFileFormat.Qif qif -> {
                writer.parts(qif.parts());
                writer.json.put("passed_over", qif.passedOver());
                writer.writings(qif.dates(), qif.decimal());
            }
            case BankFileFormat.Camt camt -> {
                writer.json.put("message", camt.message());
                writer.json.put("files", camt.files());
                writer.parts(camt.parts());
            }
            case BankFileFormat.Mt940 mt940 -> writer.parts(mt940.parts());
        }
        return writer.json;
    }

    private void table(OptionalInt headerLine, List<Column> columns) {
        headerLine.ifPresent(line -> json.put("header_line", line));
        Map<String, String> byRole = new LinkedHashMap<>();
        // A role may have several columns: the label is the first of them that is not blank.
        columns.forEach(column -> byRole.merge(column.role(), column.name(), (one, other) -> one + ", " + other));
        json.put("columns", byRole);
    }

    private void writings(Optional<DateFormat> dates, Optional<Decimal> decimal) {
        dates.ifPresent(found -> json.put("dates", found.toString()));
        decimal.ifPresent(found -> json.put("decimal", found.toString()));
    }

    /** One for each account; of one that the file does not name the name is left out. */
    private void parts(List<Part> parts) {
        json.put("accounts", parts.stream().map(BankFileFormatJson::part).toList());
    }

    private static Map<String, Object> part(Part part) {
        Map<String, Object> json = new LinkedHashMap<>();
        if (!part.account().isEmpty()) {
            json.put("account", part.account());
        }
        json.put("lines", part.lines());
        return json;
    }
}
