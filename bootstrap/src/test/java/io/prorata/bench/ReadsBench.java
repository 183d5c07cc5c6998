package io.prorata.bench;

import io.prorata.adapter.web.ServerSettings;
import io.prorata.bootstrap.server.Server;
import io.prorata.domain.household.HouseholdId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * What a cold read costs with ten thousand, a hundred thousand and a million transactions, in months of the same size: each read is
 * computed past everything that is kept. And what it costs to enter a transaction and look at the month again.
 *
 * <p>Three servers run side by side, and each read goes to one after the other. Medians are of the whole request over the loopback,
 * authentication included, and of what the server took of it by its own word.
 */
final class ReadsBench {

    private static final int ROWS_A_MONTH = 5_700;
    private static final int WARMING = 200;
    private static final int ROUNDS = 200;
    private static final int HEAT = 3_000;

    /** The report's target for a path, in milliseconds; it asks that of all others together. */
    private record Read(String path, String target) {}

    private static final String COMMON = "< 500";

    private static final List<Read> READS = List.of(
            new Read("/dashboard/summary/slim?month=2024-12", "< 200"),
            new Read("/dashboard/summary?month=2024-12", "< 200"),
            new Read("/summary/enhanced?month=2024-12", "< 300"),
            new Read("/dashboard/savings?month=2024-12", COMMON),
            new Read("/dashboard/expenses?month=2024-12", COMMON),
            new Read("/dashboard/provisions/details?month=2024-12", "< 300"),
            new Read("/custom-provisions/summary?month=2024-12", COMMON),
            new Read("/provisions/calculate/optimized?month=2024-12", "< 150"),
            new Read("/dashboard/categories/Category%203?month=2024-12", "< 250"),
            new Read("/dashboard/categories/all?month=2024-12", COMMON),
            new Read("/dashboard/drill-down/Category%203?month=2024-12&level=details", "< 300"),
            new Read("/dashboard/drill-down/Category%203?month=2024-12&level=transactions", "< 300"),
            new Read("/dashboard/drill-down/all?month=2024-12&level=transactions&offset=2000", "< 300"),
            new Read("/transactions/hierarchy?month=2024-12", "< 250"),
            new Read("/transactions/categories?month=2024-12", COMMON),
            new Read("/transactions/subcategories?month=2024-12&category=Category%203", COMMON),
            new Read("/analytics/categories/optimized?month=2024-12", "< 200"),
            new Read("/analytics/categories/optimized?from=2024-10&to=2024-12", COMMON));

    private ReadsBench() {}

    /** A server over books of some size. */
    private record Side(Path file, Server server, BenchClient client, int rows) implements AutoCloseable {

        static Side of(Path file, int months) {
            Server server = Server.start(file, new ServerSettings(ServerSettings.LOOPBACK, -1), Clock.systemUTC());
            HouseholdId household = BigBooks.fill(server.work(), months, ROWS_A_MONTH);
            System.err.printf("%,d transactions are there%n", months * ROWS_A_MONTH);
            return new Side(
                    file,
                    server,
                    new BenchClient(server.address(), ServedBooks.token(server, household)),
                    months * ROWS_A_MONTH);
        }

        @Override
        public void close() {
            server.close();
        }
    }

    public static void main(String... arguments) throws IOException {
        try (var scratch = new Scratch();
                Side small = Side.of(scratch.file("small.db"), 2);
                Side medium = Side.of(scratch.file("medium.db"), 18);
                Side large = Side.of(scratch.file("large.db"), 176)) {
            List<Side> sides = List.of(small, medium, large);
            heat(sides);
            reads(sides);
            writes(sides);
        }
    }

    /** Until Java has compiled what is used all the time. */
    private static void heat(List<Side> sides) throws IOException {
        for (int i = 0; i < HEAT; i++) {
            sides.get(i % sides.size())
                    .client()
                    .get(cold(READS.get(i % READS.size()).path()));
        }
    }

    private static String cold(String path) {
        return path + "&use_cache=false";
    }

    private static void reads(List<Side> sides) throws IOException {
        System.out.printf(
                "| cold read | %,d rows, ms | %,d rows, ms | %,d rows, ms | of that in the server, ms | the report asks, ms |%n",
                sides.get(0).rows(), sides.get(1).rows(), sides.get(2).rows());
        System.out.println("|---|---:|---:|---:|---:|---:|");
        List<String> alone = sides.stream()
                .map(side -> SqliteAlone.sums(side.file(), WARMING, ROUNDS).millis())
                .toList();
        System.out.printf(
                "| SQLite by itself, the sums of that month | %s | %s | %s | | |%n",
                alone.get(0), alone.get(1), alone.get(2));
        for (Read read : READS) {
            System.err.println(read.path());
            List<BenchClient.Times> times = measured(sides, client -> List.of(client.get(cold(read.path()))));
            System.out.printf(
                    "| `%s` | %s | %s | %s | %s | %s |%n",
                    read.path(),
                    times.get(0).millis(),
                    times.get(1).millis(),
                    times.get(2).millis(),
                    times.get(2).serverMillis(),
                    read.target());
        }
    }

    private interface Asking {
        List<BenchClient.Answer> by(BenchClient client) throws IOException;
    }

    /** Each side in turn, so that whatever else the machine does is shared by all. */
    private static List<BenchClient.Times> measured(List<Side> sides, Asking asking) throws IOException {
        List<BenchClient.Times> times = new ArrayList<>();
        sides.forEach(side -> times.add(new BenchClient.Times()));
        for (int round = -WARMING; round < ROUNDS; round++) {
            for (int i = 0; i < sides.size(); i++) {
                List<BenchClient.Answer> answers = asking.by(sides.get(i).client());
                if (round >= 0) {
                    times.get(i).add(answers);
                }
            }
        }
        return times;
    }

    private static void writes(List<Side> sides) throws IOException {
        System.out.println();
        System.out.printf(
                "| one after the other | %,d rows, ms | %,d rows, ms | %,d rows, ms | of that in the server, ms | aim, ms |%n",
                sides.get(0).rows(), sides.get(1).rows(), sides.get(2).rows());
        System.out.println("|---|---:|---:|---:|---:|---:|");
        String line =
                "{\"date\": \"2024-12-24\", \"label\": \"Bread\", \"amount\": \"-3.20\", \"category\": \"Category 3\"}";
        List<BenchClient.Times> entered = measured(
                sides,
                client -> List.of(
                        client.post("/transactions", line), client.get("/dashboard/summary/slim?month=2024-12")));
        print("a transaction is entered, and its month's summary read again", entered, "≤ 5");
        List<BenchClient.Times> page = measured(sides, client -> List.of(client.get("/transactions?limit=50")));
        print("a page of 50 of all transactions", page, "≤ 1");
        List<BenchClient.Times> ofMonth =
                measured(sides, client -> List.of(client.get("/transactions?month=2024-12&limit=50")));
        print("a page of 50 of a month's", ofMonth, "≤ 1");
    }

    private static void print(String what, List<BenchClient.Times> times, String aim) {
        System.out.printf(
                "| %s | %s | %s | %s | %s | %s |%n",
                what,
                times.get(0).millis(),
                times.get(1).millis(),
                times.get(2).millis(),
                times.get(2).serverMillis(),
                aim);
    }
}
