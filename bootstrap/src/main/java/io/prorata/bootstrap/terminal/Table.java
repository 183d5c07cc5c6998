package io.prorata.bootstrap.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table with aligned columns: text to the left, figures to the right. */
public final class Table {

    /** The alignment of a column. */
    public enum Side {
        LEFT,
        RIGHT
    }

    private static final String GAP = "  ";

    private final List<Side> sides;
    private final List<List<String>> rows = new ArrayList<>();

    public Table(Side... sides) {
        this.sides = List.of(sides);
    }

    /** Adds a row; it may have fewer cells than there are columns. */
    public Table row(List<String> cells) {
        if (cells.size() > sides.size()) {
            throw new IllegalArgumentException(cells.size() + " cells for " + sides.size() + " columns");
        }
        rows.add(List.copyOf(cells));
        return this;
    }

    public Table row(String... cells) {
        return row(List.of(cells));
    }

    /** Adds an empty line. */
    public Table gap() {
        return row();
    }

    /** Returns the lines, without spaces at their ends. */
    public List<String> lines() {
        int[] widths = IntStream.range(0, sides.size()).map(this::widthOf).toArray();
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private int widthOf(int column) {
        return rows.stream()
                .filter(row -> row.size() > column)
                .mapToInt(row -> widthOf(row.get(column)))
                .max()
                .orElse(0);
    }

    private String line(List<String> row, int[] widths) {
        return IntStream.range(0, row.size())
                .mapToObj(column -> padded(row.get(column), widths[column], sides.get(column)))
                .collect(Collectors.joining(GAP))
                .stripTrailing();
    }

    private static String padded(String cell, int width, Side side) {
        String space = " ".repeat(width - widthOf(cell));
        return side == Side.LEFT ? cell + space : space + cell;
    }

    private static int widthOf(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
