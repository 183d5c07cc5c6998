package io.prorata.adapter.web.answer;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import io.prorata.adapter.web.json.RecordShape;
import io.prorata.application.export.CsvText;
import io.prorata.application.export.CsvText.Cell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedParameterizedType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a list as a table. Columns are the fields of a row, in order; a field that is an object has a column for each of its own,
 * {@code split.mode}; a list of texts is one cell; what is deeper is a cell of JSON. Amounts have the currency of the document beside them, in a last
 * column, where rows do not say theirs.
 */
final class RowTable {

    /** As in the CSV of transactions. */
    private static final String BETWEEN_ITEMS = " | ";

    private static final String CURRENCY = "currency";

    /** What no spreadsheet takes for a formula, whatever sign it begins with: an amount, a percentage, a number, a month, a date. */
    private static final Pattern FIGURE = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    private final Iterable<JsonNode> rows;
    private final Column columns = new Column();
    private final Optional<String> currency;

    private RowTable(JsonNode rows, Optional<String> currency) {
        this.rows = rows.values();
        this.currency = currency;
    }

    /** @param document the list as JSON */
    static RowTable of(Record list, String field, JsonNode document) {
        JsonNode stated = document.get(CURRENCY);
        var table =
                new RowTable(document.get(field), Optional.ofNullable(stated).map(JsonNode::getStringValue));
        fieldsOfARow(list, field).forEach(table.columns::child);
        table.rows.forEach(table.columns::note);
        return table;
    }

    /** So that a list without rows has columns. */
    private static Iterable<String> fieldsOfARow(Record list, String field) {
        RecordShape.Field rows = RecordShape.of(list.getClass()).fields().get(field);
        return rows != null
                        && rows.type() instanceof AnnotatedParameterizedType type
                        && type.getAnnotatedActualTypeArguments()[0].getType() instanceof Class<?> row
                ? RecordShape.of(row).fields().keySet()
                : List.of();
    }

    /** A column, or several under one name. */
    private static final class Column {
        private final Map<String, Column> under = new LinkedHashMap<>();

        Column child(String name) {
            return under.computeIfAbsent(name, _ -> new Column());
        }

        void note(JsonNode row) {
            row.entries().forEach(entry -> {
                Column column = child(entry.getKey());
                if (entry.getValue().isObject()) {
                    column.note(entry.getValue());
                }
            });
        }

        /** Adds the names of all columns in this one, each as the path that leads to it. */
        void addTo(List<List<String>> paths, List<String> path) {
            if (under.isEmpty()) {
                paths.add(path);
            }
            under.forEach((name, column) -> {
                List<String> longer = new ArrayList<>(path);
                longer.add(name);
                column.addTo(paths, List.copyOf(longer));
            });
        }
    }

    String csv(JsonMapper json) {
        List<List<String>> paths = new ArrayList<>();
        columns.addTo(paths, List.of());
        Optional<String> beside = currency.filter(_ -> !paths.contains(List.of(CURRENCY)));
        List<Cell> header = new ArrayList<>();
        paths.forEach(path -> header.add(new Cell.Text(String.join(".", path))));
        beside.ifPresent(_ -> header.add(new Cell.Text(CURRENCY)));
        var lines = new StringBuilder(CsvText.line(header));
        for (JsonNode row : rows) {
            List<Cell> cells = new ArrayList<>();
            paths.forEach(path -> cells.add(cell(at(row, path), json)));
            beside.ifPresent(code -> cells.add(new Cell.Value(code)));
            lines.append(CsvText.line(cells));
        }
        return lines.toString();
    }

    private static @Nullable JsonNode at(JsonNode row, List<String> path) {
        JsonNode value = row;
        for (String name : path) {
            value = value == null ? null : value.get(name);
        }
        return value;
    }

    private static Cell cell(@Nullable JsonNode value, JsonMapper json) {
        if (value == null || value.isNull()) {
            return new Cell.Text(null);
        }
        if (value.isString()) {
            String text = value.getStringValue();
            return FIGURE.matcher(text).matches() ? new Cell.Value(text) : new Cell.Text(text);
        }
        if (value.isObject() && value.size() == 0) {
            return new Cell.Text(null);
        }
        if (value.isArray() && isOfTexts(value)) {
            List<String> items = new ArrayList<>();
            value.values().forEach(item -> items.add(item.coerceStringValue()));
            return new Cell.Text(items.isEmpty() ? null : items.stream().collect(Collectors.joining(BETWEEN_ITEMS)));
        }
        if (value.isValueNode()) {
            return new Cell.Value(value.coerceStringValue());
        }
        try {
            return new Cell.Text(json.writeValueAsString(value));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOfTexts(JsonNode list) {
        for (JsonNode item : list.values()) {
            if (!item.isValueNode()) {
                return false;
            }
        }
        return true;
    }
}
