package io.prorata.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** How many kept views are answered in a second, beside what Netty can do at most on the same machine in the same minutes. */
final class WarmBench {

    private static final String MONTH = "/dashboard/summary/slim?month=2024-12";
    private static final int MONTHS = 24;
    private static final int ROWS_A_MONTH = 120;
    private static final int SECONDS = Integer.getInteger("seconds", 5);
    private static final int ROUNDS = Integer.getInteger("rounds", 3);

    private WarmBench() {}

    public static void main(String... arguments) throws IOException, InterruptedException {
        if (!Wrk.isThere()) {
            System.out.println("wrk is not on this machine (Debian: apt install wrk): not measured.");
            return;
        }
        Path folder = Files.createTempDirectory("warm-bench");
        try (Child prorata = Child.start(
                ServedBooks.class,
                List.of("-Xmx512m"),
                folder.resolve("warm.db").toString(),
                Integer.toString(MONTHS),
                Integer.toString(ROWS_A_MONTH))) {
            String address = prorata.said().substring(0, prorata.said().indexOf(' ')) + MONTH;
            String token = prorata.said().substring(prorata.said().indexOf(' ') + 1);
            try (Child bare = Child.start(BareNetty.class, List.of("-Xmx512m"), address, token)) {
                compare(address, bare.said() + MONTH, List.of("-H", "Authorization: Bearer " + token), System.out);
            }
        }
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private static void compare(String address, String bare, List<String> headers, PrintStream out) throws IOException {
        Wrk.run(address, 64, 10, headers);
        Wrk.run(bare, 64, 10, headers);
        out.println(
                "| connections | Prorata, requests/s | bare Netty, requests/s | share | p50, ms | p99, ms | bare p99, ms |");
        out.println("|---:|---:|---:|---:|---:|---:|---:|");
        for (int connections : new int[] {1, 8, 64}) {
            List<Wrk.Result> ours = new ArrayList<>();
            List<Wrk.Result> theirs = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                ours.add(Wrk.run(address, connections, SECONDS, headers));
                theirs.add(Wrk.run(bare, connections, SECONDS, headers));
            }
            double rate = median(ours, Wrk.Result::perSecond);
            double most = median(theirs, Wrk.Result::perSecond);
            out.printf(
                    "| %d | %,.0f | %,.0f | %.0f %% | %.2f | %.2f | %.2f |%n",
                    connections,
                    rate,
                    most,
                    rate * 100 / most,
                    median(ours, Wrk.Result::p50Millis),
                    median(ours, Wrk.Result::p99Millis),
                    median(theirs, Wrk.Result::p99Millis));
        }
    }

    private static double median(List<Wrk.Result> results, ToDoubleFunction<Wrk.Result> of) {
        return results.stream()
                .mapToDouble(of)
                .sorted()
                .skip(results.size() / 2)
                .findFirst()
                .orElseThrow();
    }
}
