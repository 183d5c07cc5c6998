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

    private record Range(int first, int last) {
        boolean has(int character) {
            return first <= character && character <= last;
        }
    }

    /** Scripts of East Asia, and pictures (Unicode Standard Annex 11: the blocks whose characters are wide). */
    private static final List<Range> WIDE = List.of(
            new Range(0x1100, 0x115f),
            new Range(0x2e80, 0xa4cf),
            new Range(0xac00, 0xd7a3),
            new Range(0xf900, 0xfaff),
            new Range(0xfe30, 0xfe6f),
            new Range(0xff00, 0xff60),
            new Range(0x1f300, 0x1faff),
            new Range(0x20000, 0x3fffd));

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

    /** Returns how many columns of a terminal {@code cell} takes: two for wide characters, none for those that join the one before. */
    static int widthOf(String cell) {
        return cell.codePoints().map(Table::columnsOf).sum();
    }

    private static int columnsOf(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> isWide(character) ? 2 : 1;
        };
    }

    private static boolean isWide(int character) {
        return WIDE.stream().anyMatch(range -> range.has(character));
    }

    /** Returns as much of {@code cell} as {@code width} has room for. */
    static String cut(String cell, int width) {
        if (widthOf(cell) <= width) {
            return cell;
        }
        StringBuilder kept = new StringBuilder();
        int[] characters = cell.codePoints().toArray();
        int used = 0;
        for (int character : characters) {
            used += columnsOf(character);
            if (used >= width) {
                break;
            }
            kept.appendCodePoint(character);
        }
        return kept.append('\u2026').toString();
    }
}
