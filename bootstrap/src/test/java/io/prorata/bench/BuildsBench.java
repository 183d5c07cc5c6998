package io.prorata.bench;

import io.prorata.bench.BenchClient.Times;
import java.io.IOException;
import java.net.URI;
import java.util.List;

/**
 * Two builds of the program in one run, over the same books: entering a transaction, the first look at its month and at what is behind it, and
 * the looks that follow. The builds are asked in turn, round by round, so that whatever else the machine does meets both.
 */
final class BuildsBench {

    private static final String MONTH = "2023-03";
    private static final String LINE =
            "{\"date\": \"2023-03-24\", \"label\": \"Bread\", \"amount\": \"-3.20\", \"category\": \"Category 3\"}";
    private static final List<String> VIEWS = List.of(
            "/dashboard/summary/slim?month=" + MONTH,
            "/dashboard/summary?month=" + MONTH,
            "/dashboard/expenses?month=" + MONTH);
    private static final int WARMING = 300;
    private static final int ROUNDS = 400;
    private static final int AGAIN = 10;

    private final BenchClient client;
    private final Times entering = new Times();
    private final List<Times> first = VIEWS.stream().map(view -> new Times()).toList();
    private final List<Times> again = VIEWS.stream().map(view -> new Times()).toList();

    private BuildsBench(String server, String token) {
        this.client = new BenchClient(URI.create(server), token);
    }

    /** Takes the address and a token of the other build's server, and those of this one. */
    public static void main(String... arguments) throws IOException {
        var other = new BuildsBench(arguments[0], arguments[1]);
        var here = new BuildsBench(arguments[2], arguments[3]);
        for (int round = -WARMING; round < ROUNDS; round++) {
            boolean counts = round >= 0;
            (round % 2 == 0 ? other : here).round(counts);
            (round % 2 == 0 ? here : other).round(counts);
        }
        System.out.println(
                "| medians (95 of 100) in ms, as the client sees them | the other build | this build | ratio of the medians |");
        System.out.println("|---|---:|---:|---:|");
        row("enter a transaction", other.entering, here.entering);
        for (int i = 0; i < VIEWS.size(); i++) {
            row("first look: `" + VIEWS.get(i) + "`", other.first.get(i), here.first.get(i));
        }
        for (int i = 0; i < VIEWS.size(); i++) {
            row("again: `" + VIEWS.get(i) + "`", other.again.get(i), here.again.get(i));
        }
    }

    private static void row(String what, Times other, Times here) {
        System.out.printf(
                "| %s | %s (%s) | %s (%s) | %s |%n",
                what, other.millis(), other.p95Millis(), here.millis(), here.p95Millis(), here.ratioTo(other));
    }

    private void round(boolean counts) throws IOException {
        var entered = client.post("/transactions", LINE);
        if (counts) {
            entering.add(List.of(entered));
        }
        for (int i = 0; i < VIEWS.size(); i++) {
            look(VIEWS.get(i), counts ? first.get(i) : new Times(), counts ? again.get(i) : new Times());
        }
    }

    private void look(String view, Times atFirst, Times later) throws IOException {
        atFirst.add(List.of(client.get(view)));
        for (int i = 0; i < AGAIN; i++) {
            later.add(List.of(client.get(view)));
        }
    }
}
