package io.prorata.bootstrap.operator;

import com.fasterxml.jackson.databind.JsonNode;
import io.prorata.application.bankfile.BankFileFormat;
import io.prorata.application.bankfile.BankFileFormat.Column;
import io.prorata.application.bankfile.BankFileFormat.Part;
import io.prorata.application.bankfile.DateFormat;
import io.prorata.application.bankfile.Decimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** Reads the format of a bank file from a server's answer. */
final class RemoteFormat {

    private final JsonNode json;

    private RemoteFormat(JsonNode json) {
        this.json = json;
    }

    /** @throws IllegalStateException for a format of a newer server */
    static BankFileFormat read(JsonNode json) {
        return new RemoteFormat(json).format();
    }

    private BankFileFormat format() {
        String encoding = json.path("encoding").asText();
        String kind = json.path("kind").asText();
        return switch (kind) {
            case "csv" ->
                new BankFileFormat.Csv(
                        encoding,
                        json.path("delimiter").asText().charAt(0),
                        headerLine(),
                        columns(),
                        dates(),
                        decimal());
            case "xlsx" ->
                new BankFileFormat.Xlsx(
                        encoding,
                        json.path("sheet").asText(),
                        otherSheets(),
                        headerLine(),
                        columns(),
                        dates(),
                        decimal());
            case "ofx" -> new BankFileFormat.Ofx(encoding, text("version"), parts());
            case "qif" -> new BankFileFormat.Qif(encoding, parts(), passedOver(), dates(), decimal());
            case "camt" ->
                new BankFileFormat.Camt(
                        encoding,
                        json.path("message").asText(),
                        json.path("files").asInt(),
                        parts());
            case "mt940" -> new BankFileFormat.Mt940(encoding, parts());
            default -> throw new IllegalStateException("the server read a format that is not known here: " + kind);
        };
    }

    private OptionalInt headerLine() {
        JsonNode line = json.path("header_line");
        return line.isNumber() ? OptionalInt.of(line.asInt()) : OptionalInt.empty();
    }

    private List<Column> columns() {
        return json.path("columns").properties().stream()
                .map(column -> new Column(column.getKey(), column.getValue().asText()))
                .toList();
    }

    private List<String> otherSheets() {
        return StreamSupport.stream(json.path("other_sheets").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private List<Part> parts() {
        return StreamSupport.stream(json.path("accounts").spliterator(), false)
                .map(part -> new Part(
                        part.path("account").asText(), part.path("lines").asInt()))
                .toList();
    }

    private SortedMap<String, Integer> passedOver() {
        SortedMap<String, Integer> kinds = new TreeMap<>();
        json.path("passed_over")
                .properties()
                .forEach(kind -> kinds.put(kind.getKey(), kind.getValue().asInt()));
        return kinds;
    }

    private Optional<DateFormat> dates() {
        return text("dates").map(DateFormat::parse);
    }

    private Optional<Decimal> decimal() {
        return text("decimal").map(Decimal::parse);
    }

    private Optional<String> text(String name) {
        return RemoteImport.text(json.path(name));
    }
}
