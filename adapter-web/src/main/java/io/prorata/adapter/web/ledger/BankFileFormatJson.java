package io.prorata.adapter.web.ledger;

import io.prorata.application.bankfile.BankFileFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** How a bank file was found to be written, in JSON: {@code kind} names the format, and the other members are those of the format. */
final class BankFileFormatJson {

    private BankFileFormatJson() {}

    static Map<String, Object> write(BankFileFormat format) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", format.kind());
        json.put("encoding", format.encoding());
        switch (format) {
            case BankFileFormat.Csv csv -> csv(csv, json);
        }
        return json;
    }

    private static void csv(BankFileFormat.Csv csv, Map<String, Object> json) {
        json.put("delimiter", String.valueOf(csv.delimiter()));
        csv.headerLine().ifPresent(line -> json.put("header_line", line));
        Map<String, String> columns = new LinkedHashMap<>();
        // A role may have several columns: the label is the first of them that is not blank.
        csv.columns()
                .forEach(column -> columns.merge(column.role(), column.name(), (one, other) -> one + ", " + other));
        json.put("columns", columns);
        csv.dates().ifPresent(dates -> json.put("dates", dates.toString()));
        csv.decimal().ifPresent(decimal -> json.put("decimal", decimal.toString()));
    }
}
