package io.prorata.bootstrap.terminal;

import io.prorata.bootstrap.operator.Performance;
import io.prorata.bootstrap.operator.Performance.Endpoint;
import io.prorata.bootstrap.terminal.Table.Side;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How a server is doing, in lines: what fails first, then what is slow, then what is asked most. */
public final class PerformanceOnTerminal {

    private static final List<String> WORST_FIRST = List.of("failing", "slow", "ok");
    private static final Comparator<Endpoint> ORDER = Comparator.comparingInt(
                    (Endpoint endpoint) -> WORST_FIRST.indexOf(endpoint.status()))
            .thenComparing(Comparator.comparingLong(Endpoint::count).reversed())
            .thenComparing(Endpoint::route)
            .thenComparing(Endpoint::method);

    private PerformanceOnTerminal() {}

    /** @param rows how many endpoints to show at most */
    public static List<String> lines(URI address, Performance performance, int rows) {
        List<Endpoint> asked = performance.endpoints().stream()
                .filter(endpoint -> endpoint.count() > 0)
                .sorted(ORDER)
                .toList();
        List<String> lines = new ArrayList<>();
        lines.add("Prorata at " + address + ", the last " + performance.windowSeconds() / 60
                + " minutes; durations in ms");
        lines.add("Database: " + performance.statements() + " statements in " + millis(performance.statementMicros())
                + " ms, " + performance.waiting() + " writes waiting, " + kibibytes(performance.fileBytes())
                + " KiB and " + kibibytes(performance.walBytes()) + " KiB beside it, " + performance.auditRows()
                + " changes in the audit"
                + (performance.linesPerSecond() == 0 ? "" : "; imports " + performance.linesPerSecond() + " lines/s"));
        lines.add("");
        lines.addAll(table(asked.stream().limit(rows).toList()));
        if (asked.size() > rows) {
            lines.add("... and " + (asked.size() - rows) + " more");
        }
        if (asked.isEmpty()) {
            lines.add("Nobody has asked for anything.");
        }
        return lines;
    }

    private static List<String> table(List<Endpoint> endpoints) {
        var table = new Table(
                        Side.LEFT,
                        Side.LEFT,
                        Side.LEFT,
                        Side.RIGHT,
                        Side.RIGHT,
                        Side.RIGHT,
                        Side.RIGHT,
                        Side.RIGHT,
                        Side.RIGHT,
                        Side.RIGHT,
                        Side.RIGHT,
                        Side.RIGHT)
                .row(
                        "STATUS", "METHOD", "ROUTE", "COUNT", "MEAN", "P50", "P95", "P99", "MAX", "LIMIT", "SLOW",
                        "FAILED");
        for (Endpoint endpoint : endpoints) {
            table.row(
                    endpoint.status(),
                    endpoint.method(),
                    endpoint.route(),
                    Long.toString(endpoint.count()),
                    millis(endpoint.meanMicros()),
                    millis(endpoint.p50Micros()),
                    millis(endpoint.p95Micros()),
                    millis(endpoint.p99Micros()),
                    millis(endpoint.maxMicros()),
                    Long.toString(endpoint.thresholdMicros() / 1000),
                    Long.toString(endpoint.slow()),
                    Long.toString(endpoint.failed()));
        }
        return table.lines();
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
