package io.prorata.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How many kept views are answered in a second, beside what Netty can do at most with the same bytes on the same machine in the same
 * minutes; views that the client has already; and reads among which one request in twenty writes.
 */
final class WarmBench {

    private static final String MONTH = "/dashboard/summary/slim?month=2024-12";
    private static final int MONTHS = 24;
    private static final int ROWS_A_MONTH = 120;
    private static final int WARMING_SECONDS = 15;
    private static final int SECONDS = 6;
    private static final int ROUNDS = 3;
    private static final List<String> JAVA_OPTIONS = List.of("-XX:+UseSerialGC", "-Xms24m", "-Xmx512m");

    /** Every twentieth request enters a transaction of the month that all the others read. */
    private static final String MIXED = """
            local count = 0
            local read = wrk.headers
            local write = {["Authorization"] = wrk.headers["Authorization"], ["Content-Type"] = "application/json"}
            local line = '{"date": "2024-12-24", "label": "Bread", "amount": "-3.20", "category": "Category 3"}'
            request = function()
              count = count + 1
              if count %% 20 == 0 then
                return wrk.format("POST", "/transactions", write, line)
              end
              return wrk.format("GET", "%s", read)
            end
            """.formatted(MONTH);

    private final String server;
    private final String token;

    private WarmBench(String server, String token) {
        this.server = server;
        this.token = token;
    }

    public static void main(String... arguments) throws IOException {
        if (!Wrk.isThere()) {
            System.out.println("Not measured: wrk is not on this machine (Debian: apt install wrk).");
            return;
        }
        try (var scratch = new Scratch();
                Child prorata = Child.start(
                        ServedBooks.class,
                        JAVA_OPTIONS,
                        scratch.file("warm.db").toString(),
                        Integer.toString(MONTHS),
                        Integer.toString(ROWS_A_MONTH))) {
            int space = prorata.said().indexOf(' ');
            var bench = new WarmBench(
                    prorata.said().substring(0, space), prorata.said().substring(space + 1));
            bench.besideBare();
            bench.mixed(scratch.file("mixed.lua"));
        }
    }

    private String bearer() {
        return "Authorization: Bearer " + token;
    }

    private void besideBare() throws IOException {
        BenchClient.Answer summary = new BenchClient(URI.create(server), token).get(MONTH);
        System.out.printf(
                "A month's summary of %,d bytes, authentication, limit and histograms on, access log and tracing off.%n%n",
                summary.body().length());
        System.out.println("| repeated request | connections | Prorata, requests/s | bare Netty, requests/s "
                + "| share | p50, ms | p99, ms | bare p99, ms | aim |");
        System.out.println("|---|---:|---:|---:|---:|---:|---:|---:|---|");
        try (Child bare = Child.start(BareNetty.class, JAVA_OPTIONS, server + MONTH, token)) {
            warm(bare, List.of("-H", bearer()));
            for (int connections : new int[] {1, 8, 64}) {
                String aim = connections == 64 ? "≥ 55 %, p99 < 15 ms" : "";
                compare("the summary", bare, connections, List.of("-H", bearer()), aim);
            }
        }
        String tag = "\"" + summary.tag() + "\"";
        try (Child bare = Child.start(BareNetty.class, JAVA_OPTIONS, server + MONTH, token, tag)) {
            List<String> headers = List.of("-H", bearer(), "-H", "If-None-Match: " + tag);
            warm(bare, headers);
            compare("the summary, cached by the client (304)", bare, 64, headers, "");
        }
    }

    private void warm(Child bare, List<String> headers) throws IOException {
        Wrk.run(server + MONTH, 64, WARMING_SECONDS, headers);
        Wrk.run(bare.said() + MONTH, 64, WARMING_SECONDS, headers);
    }

    private void compare(String what, Child bare, int connections, List<String> headers, String aim)
            throws IOException {
        List<Wrk.Result> ours = new ArrayList<>();
        List<Wrk.Result> theirs = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            System.err.printf("%s, %d connections, round %d%n", what, connections, round + 1);
            ours.add(Wrk.run(server + MONTH, connections, SECONDS, headers));
            theirs.add(Wrk.run(bare.said() + MONTH, connections, SECONDS, headers));
        }
        double rate = median(ours, Wrk.Result::perSecond);
        double most = median(theirs, Wrk.Result::perSecond);
        System.out.printf(
                "| %s | %d | %,.0f | %,.0f | %.0f %% | %.2f | %.2f | %.2f | %s |%n",
                what,
                connections,
                rate,
                most,
                rate * 100 / most,
                median(ours, Wrk.Result::p50Millis),
                median(ours, Wrk.Result::p99Millis),
                median(theirs, Wrk.Result::p99Millis),
                aim);
    }

    private void mixed(Path script) throws IOException {
        Files.writeString(script, MIXED);
        List<String> options = List.of("-H", bearer(), "-s", script.toString());
        Wrk.run(server + MONTH, 8, WARMING_SECONDS, options);
        List<Wrk.Result> mixed = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            System.err.printf("reads and writes, round %d%n", round + 1);
            mixed.add(Wrk.run(server + MONTH, 8, SECONDS, options));
        }
        System.out.println();
        System.out.println(
                "| 95 reads of a month to 5 writes into it | connections | requests/s | p50, ms | p99, ms |");
        System.out.println("|---|---:|---:|---:|---:|");
        System.out.printf(
                "| each write makes the month's views stale | 8 | %,.0f | %.2f | %.2f |%n",
                median(mixed, Wrk.Result::perSecond),
                median(mixed, Wrk.Result::p50Millis),
                median(mixed, Wrk.Result::p99Millis));
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
