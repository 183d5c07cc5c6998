package io.prorata.bootstrap.command.frame;

import com.fasterxml.jackson.databind.JsonNode;
import io.prorata.bootstrap.environment.TerminalWords;
import io.prorata.bootstrap.terminal.FittedTable;
import io.prorata.bootstrap.terminal.Table.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A table of the rows of an answer: each column has a head, and what it shows of a row. */
public final class Columns {

    private record Column(String head, Side side, boolean cut, Function<JsonNode, String> cell) {}

    private final List<Column> columns = new ArrayList<>();
    private final TerminalWords words;
    private final int width;
    private final boolean coloured;

    Columns(TerminalWords words, int width, boolean coloured) {
        this.words = words;
        this.width = width;
        this.coloured = coloured;
    }

    /** A number by which people name the row. */
    public Columns numberColumn(String head, String field) {
        return numberColumn(head, row -> row.path(field).asText(""));
    }

    public Columns numberColumn(String head, Function<JsonNode, String> cell) {
        return add(words.text(head), Side.RIGHT, false, cell);
    }

    /** A word or a date, shown in full. */
    public Columns wordColumn(String head, String field) {
        return wordColumn(head, row -> row.path(field).asText(""));
    }

    public Columns wordColumn(String head, Function<JsonNode, String> cell) {
        return add(words.text(head), Side.LEFT, false, cell);
    }

    /** A text of any length, which is cut where the terminal is narrow. */
    public Columns textColumn(String head, String field) {
        return textColumn(head, row -> row.path(field).asText(""));
    }

    public Columns textColumn(String head, Function<JsonNode, String> cell) {
        return add(words.text(head), Side.LEFT, true, cell);
    }

    /** An amount, as the language writes it; empty where there is none. */
    public Columns amountColumn(String head, String field) {
        return amountColumn(head, row -> row.path(field));
    }

    public Columns amountColumn(String head, Function<JsonNode, JsonNode> amount) {
        return add(words.text(head), Side.RIGHT, false, row -> text(amount.apply(row)));
    }

    /** An amount under a head of the household's own, such as a member's name. */
    public Columns ownColumn(String head, Function<JsonNode, JsonNode> amount) {
        return add(head, Side.RIGHT, false, row -> text(amount.apply(row)));
    }

    private String text(JsonNode amount) {
        return amount.isTextual() ? words.amount(new BigDecimal(amount.asText())) : "";
    }

    private Columns add(String head, Side side, boolean cut, Function<JsonNode, String> cell) {
        columns.add(new Column(head, side, cut, cell));
        return this;
    }

    /** Returns a line of heads and one of each row. */
    public List<String> lines(Iterable<JsonNode> rows) {
        var table = new FittedTable(width, coloured);
        columns.forEach(column -> table.column(column.head(), column.side(), column.cut()));
        rows.forEach(row -> table.row(
                columns.stream().map(column -> column.cell().apply(row)).toList()));
        return table.lines();
    }
}
