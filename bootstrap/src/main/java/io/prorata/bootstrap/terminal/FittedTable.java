package io.prorata.bootstrap.terminal;

import io.prorata.bootstrap.terminal.Table.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A table with heads that fits a width. Texts are cut first, the longest column before the others. What still does not fit stands below, in
 * further tables with the same first column. Numbers are never cut.
 */
public final class FittedTable {

    private static final int SHORTEST_TEXT = 8;
    private static final int GAP = 2;

    /** Bold and not bold (ECMA-48). */
    private static final String BOLD = "\u001b[1m";

    private static final String PLAIN = "\u001b[0m";

    private final int width;
    private final boolean coloured;
    private final List<String> heads = new ArrayList<>();
    private final List<Side> sides = new ArrayList<>();
    private final List<Boolean> cut = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();
    private final List<Boolean> strong = new ArrayList<>();

    /** @param coloured whether heads and strong rows are bold */
    public FittedTable(int width, boolean coloured) {
        this.width = width;
        this.coloured = coloured;
    }

    /** @param cut whether its cells may be cut */
    public FittedTable column(String head, Side side, boolean cut) {
        heads.add(head);
        sides.add(side);
        this.cut.add(cut);
        return this;
    }

    public FittedTable row(List<String> cells) {
        return row(cells, false);
    }

    /** @param bold whether it stands out, as a total does */
    public FittedTable row(List<String> cells, boolean bold) {
        rows.add(List.copyOf(cells));
        strong.add(bold);
        return this;
    }

    /** Adds an empty line. */
    public FittedTable gap() {
        return row(List.of());
    }

    public List<String> lines() {
        int[] widths = fitted();
        List<String> lines = new ArrayList<>();
        for (List<Integer> block : blocks(widths)) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            var table = new Table(block.stream().map(sides::get).toArray(Side[]::new));
            table.row(cells(heads, block, widths));
            rows.forEach(row -> table.row(cells(row, block, widths)));
            List<String> block1 = table.lines();
            IntStream.range(0, block1.size())
                    .mapToObj(i -> i == 0 || strong.get(i - 1) ? bold(block1.get(i)) : block1.get(i))
                    .forEach(lines::add);
        }
        return lines;
    }

    private String bold(String line) {
        return coloured && !line.isEmpty() ? BOLD + line + PLAIN : line;
    }

    /** Returns the widths of the columns, with texts cut as far as it helps. */
    private int[] fitted() {
        int[] widths = IntStream.range(0, heads.size()).map(this::widest).toArray();
        while (total(widths) > width) {
            int longest = IntStream.range(0, widths.length)
                    .filter(column -> cut.get(column) && widths[column] > SHORTEST_TEXT)
                    .reduce((one, other) -> widths[other] > widths[one] ? other : one)
                    .orElse(-1);
            if (longest < 0) {
                break;
            }
            widths[longest]--;
        }
        return widths;
    }

    private int widest(int column) {
        return Math.max(
                Table.widthOf(heads.get(column)),
                rows.stream()
                        .filter(row -> row.size() > column)
                        .mapToInt(row -> Table.widthOf(row.get(column)))
                        .max()
                        .orElse(0));
    }

    private static int total(int[] widths) {
        return IntStream.of(widths).sum() + GAP * Math.max(0, widths.length - 1);
    }

    /** Returns which columns stand beside each other. */
    private List<List<Integer>> blocks(int[] widths) {
        List<List<Integer>> blocks = new ArrayList<>();
        List<Integer> block = new ArrayList<>(List.of(0));
        int used = widths[0];
        for (int column = 1; column < widths.length; column++) {
            if (used + GAP + widths[column] > width && block.size() > 1) {
                blocks.add(block);
                block = new ArrayList<>(List.of(0));
                used = widths[0];
            }
            block.add(column);
            used += GAP + widths[column];
        }
        blocks.add(block);
        return blocks;
    }

    private List<String> cells(List<String> row, List<Integer> block, int[] widths) {
        return block.stream()
                .filter(column -> column < row.size())
                .map(column -> Table.cut(row.get(column), widths[column]))
                .toList();
    }
}
