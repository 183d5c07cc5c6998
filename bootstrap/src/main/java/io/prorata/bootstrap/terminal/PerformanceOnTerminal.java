package io.prorata.bootstrap.terminal;

import io.prorata.bootstrap.environment.TerminalWords;
import io.prorata.bootstrap.operator.Performance;
import io.prorata.bootstrap.operator.Performance.Endpoint;
import io.prorata.bootstrap.terminal.Table.Side;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** How a server is doing, in lines: what fails first, then what is slow, then what is asked most. */
public final class PerformanceOnTerminal {

    private static final List<String> WORST_FIRST = List.of("failing", "slow", "ok");
    private static final Comparator<Endpoint> ORDER = Comparator.comparingInt(
                    (Endpoint endpoint) -> WORST_FIRST.indexOf(endpoint.status()))
            .thenComparing(Comparator.comparingLong(Endpoint::count).reversed())
            .thenComparing(Endpoint::route)
            .thenComparing(Endpoint::method);

    private PerformanceOnTerminal() {}

    /** Without an end to its right. */
    public static final int ANY_WIDTH = Integer.MAX_VALUE;

    /** What a narrow terminal does without, first to last. */
    private static final List<String> DISPENSABLE = List.of("P99", "MEAN", "LIMIT", "MAX", "P50", "SLOW", "METHOD");

    /** So much of a route is shown before a column goes. */
    private static final int SHORT_ROUTE = 24;

    /**
     * @param rows how many endpoints to show at most
     * @param width of the terminal, in characters: columns are left out, and text is cut, until all fits
     */
    public static List<String> lines(URI address, Performance performance, int rows, int width, TerminalWords words) {
        List<Endpoint> asked = performance.endpoints().stream()
                .filter(endpoint -> endpoint.count() > 0)
                .sorted(ORDER)
                .toList();
        List<String> lines = new ArrayList<>();
        lines.add(words.text(
                "Prorata at {0}, the last {1} minutes; durations in ms", address, performance.windowSeconds() / 60));
        String store = words.text(
                "Database: {0} statements in {1} ms, {2} writes waiting, {3} KiB and {4} KiB beside it, {5} changes in"
                        + " the audit",
                performance.statements(),
                millis(performance.statementMicros()),
                performance.waiting(),
                kibibytes(performance.fileBytes()),
                kibibytes(performance.walBytes()),
                performance.auditRows());
        lines.add(
                performance.linesPerSecond() == 0
                        ? store
                        : store + words.text("; imports {0} lines/s", performance.linesPerSecond()));
        lines.add("");
        lines.addAll(table(asked.stream().limit(rows).toList(), width));
        if (asked.size() > rows) {
            lines.add(words.text("... and {0} more", asked.size() - rows));
        }
        if (asked.isEmpty()) {
            lines.add(words.text("Nobody has asked for anything."));
        }
        return lines.stream().map(line -> cut(line, width)).toList();
    }

    /** A column: its head, the side to which it leans, and what it shows of an endpoint. */
    private record Column(String head, Side side, Function<Endpoint, String> cell) {}

    private static final List<Column> COLUMNS = List.of(
            new Column("STATUS", Side.LEFT, Endpoint::status),
            new Column("METHOD", Side.LEFT, Endpoint::method),
            new Column("ROUTE", Side.LEFT, Endpoint::route),
            new Column("COUNT", Side.RIGHT, endpoint -> Long.toString(endpoint.count())),
            new Column("MEAN", Side.RIGHT, endpoint -> millis(endpoint.meanMicros())),
            new Column("P50", Side.RIGHT, endpoint -> millis(endpoint.p50Micros())),
            new Column("P95", Side.RIGHT, endpoint -> millis(endpoint.p95Micros())),
            new Column("P99", Side.RIGHT, endpoint -> millis(endpoint.p99Micros())),
            new Column("MAX", Side.RIGHT, endpoint -> millis(endpoint.maxMicros())),
            new Column("LIMIT", Side.RIGHT, endpoint -> Long.toString(endpoint.thresholdMicros() / 1000)),
            new Column("SLOW", Side.RIGHT, endpoint -> Long.toString(endpoint.slow())),
            new Column("FAILED", Side.RIGHT, endpoint -> Long.toString(endpoint.failed())));

    private static List<String> table(List<Endpoint> endpoints, int width) {
        List<Column> columns = COLUMNS;
        for (String next : DISPENSABLE) {
            if (widthOf(table(endpoints, columns, SHORT_ROUTE)) <= width) {
                break;
            }
            columns = columns.stream()
                    .filter(column -> !column.head().equals(next))
                    .toList();
        }
        int others = widthOf(table(endpoints, columns, SHORT_ROUTE)) - SHORT_ROUTE;
        return table(endpoints, columns, Math.max(SHORT_ROUTE, width - others));
    }

    /** @param route how many characters of a route are shown */
    private static List<String> table(List<Endpoint> endpoints, List<Column> columns, int route) {
        var table = new Table(columns.stream().map(Column::side).toArray(Side[]::new))
                .row(columns.stream().map(Column::head).toList());
        endpoints.forEach(endpoint -> table.row(columns.stream()
                .map(column -> cut(column.cell().apply(endpoint), column.head().equals("ROUTE") ? route : ANY_WIDTH))
                .toList()));
        return table.lines();
    }

    private static int widthOf(List<String> lines) {
        return lines.stream().mapToInt(String::length).max().orElse(0);
    }

    private static String cut(String text, int width) {
        return text.length() <= width ? text : text.substring(0, width - 1) + "\u2026";
    }

    /** With two decimals, so that what takes microseconds is not nothing. */
    private static String millis(long micros) {
        long hundredths = (micros + 5) / 10;
        long rest = hundredths % 100;
        return hundredths / 100 + (rest < 10 ? ".0" : ".") + rest;
    }

    private static long kibibytes(long bytes) {
        return (bytes + 1023) / 1024;
    }
}
