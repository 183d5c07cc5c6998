package io.prorata.bench;

import io.prorata.adapter.persistence.PostgresServer;
import io.prorata.adapter.persistence.postgresql.PostgresAddress;
import io.prorata.adapter.persistence.postgresql.PostgresDatabase;
import io.prorata.adapter.web.ServerSettings;
import io.prorata.bootstrap.server.Server;
import io.prorata.domain.household.HouseholdId;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Both engines in one run: a file; a PostgreSQL of this machine with one node; and with two, asked in turn. Whatever else the machine does is
 * shared by all, so what counts are the ratios.
 */
final class EnginesBench {

    private static final int MONTHS = 24;
    private static final int ROWS_A_MONTH = 1_000;
    private static final int HOUSEHOLDS = 100;
    private static final int HEAT = 1_500;
    private static final int WARMING = 50;
    private static final int ROUNDS = 300;
    private static final int TOGETHER = 8;
    private static final int CONNECTIONS = 8;
    private static final Duration SPAN = Duration.ofSeconds(5);
    private static final String MONTH = "/dashboard/summary/slim?month=2024-12";
    private static final String PAGE = "/dashboard/drill-down/Category%203?month=2024-12&level=transactions";
    private static final String LINE =
            "{\"date\": \"2024-12-24\", \"label\": \"Bread\", \"amount\": \"-3.20\", \"category\": \"Category 3\"}";

    private EnginesBench() {}

    /** Servers over the same books, and who may ask them: the first token is of the household with many rows. */
    private record Side(String name, List<Server> nodes, List<String> tokens) implements AutoCloseable {

        static Side of(String name, List<Server> nodes) {
            Server first = nodes.getFirst();
            List<String> tokens = new ArrayList<>();
            tokens.add(ServedBooks.token(first, BigBooks.fill(first.work(), MONTHS, ROWS_A_MONTH)));
            for (int i = 1; i < HOUSEHOLDS; i++) {
                HouseholdId household = BigBooks.fill(first.work(), 1, 1);
                tokens.add(ServedBooks.token(first, household));
            }
            System.err.println(name + " is filled");
            return new Side(name, nodes, tokens);
        }

        BenchClient client(int number, int household) {
            return new BenchClient(nodes.get(number % nodes.size()).address(), tokens.get(household % tokens.size()));
        }

        @Override
        public void close() {
            nodes.forEach(Server::close);
        }
    }

    private interface Asking {
        List<BenchClient.Answer> by(BenchClient client) throws IOException;
    }

    public static void main(String... arguments) throws Exception {
        PostgresAddress alone = address();
        PostgresAddress shared = address();
        var settings = new ServerSettings(ServerSettings.LOOPBACK, -1);
        Clock clock = Clock.systemUTC();
        try (var scratch = new Scratch();
                Side file = Side.of("a file", List.of(Server.start(scratch.file("books.db"), settings, clock)));
                Side one = Side.of("PostgreSQL", List.of(Server.start(PostgresDatabase.open(alone), settings, clock)));
                Side two = Side.of(
                        "PostgreSQL, two nodes",
                        List.of(
                                Server.start(PostgresDatabase.open(shared), settings, clock),
                                Server.start(PostgresDatabase.open(shared), settings, clock)))) {
            List<Side> sides = List.of(file, one, two);
            oneAfterTheOther(sides);
            together(sides);
        }
    }

    /** As many connections as the program has by itself. */
    private static PostgresAddress address() {
        PostgresAddress books = PostgresServer.address(PostgresServer.create());
        return new PostgresAddress(books.url(), books.user(), books.password(), CONNECTIONS);
    }

    private static void oneAfterTheOther(List<Side> sides) throws IOException {
        System.out.println("| one after the other, median (p95), ms | a file | PostgreSQL | times | two nodes | aim |");
        System.out.println("|---|---:|---:|---:|---:|---|");
        line(sides, "a kept month, authentication included", "", client -> List.of(client.get(MONTH)));
        line(sides, "a cold month", "at most 3 ms more", client -> List.of(client.get(MONTH + "&use_cache=false")));
        line(sides, "a cold drill-down", "at most 3 ms more", client -> List.of(client.get(PAGE + "&use_cache=false")));
        line(
                sides,
                "a transaction, and its month read again",
                "",
                client -> List.of(client.post("/transactions", LINE), client.get(MONTH)));
    }

    private static void line(List<Side> sides, String what, String aim, Asking asking) throws IOException {
        List<List<BenchClient>> waiting = sides.stream()
                .map(side -> List.of(side.client(0, 0), side.client(1, 0)))
                .toList();
        for (int i = 0; i < HEAT; i++) {
            var _ = asking.by(waiting.get(i % waiting.size()).get(i % 2));
        }
        List<BenchClient.Times> times =
                sides.stream().map(side -> new BenchClient.Times()).toList();
        for (int round = -WARMING; round < ROUNDS; round++) {
            for (int i = 0; i < sides.size(); i++) {
                List<BenchClient.Answer> answers = asking.by(waiting.get(i).get(Math.floorMod(round, 2)));
                if (round >= 0) {
                    times.get(i).add(answers);
                }
            }
        }
        System.out.printf(
                "| %s | %s (%s) | %s (%s) | %.1f | %s (%s) | %s |%n",
                what,
                times.get(0).millis(),
                times.get(0).p95Millis(),
                times.get(1).millis(),
                times.get(1).p95Millis(),
                Double.parseDouble(times.get(1).millis())
                        / Double.parseDouble(times.get(0).millis()),
                times.get(2).millis(),
                times.get(2).p95Millis(),
                aim);
    }

    private static void together(List<Side> sides) throws Exception {
        System.out.println();
        System.out.printf(
                "| %d at the same time, requests a second | a file | PostgreSQL | share | two nodes | aim |%n",
                TOGETHER);
        System.out.println("|---|---:|---:|---:|---:|---|");
        rates(sides, "a kept month", "at least 50 %", 1, client -> List.of(client.get(MONTH)));
        rates(
                sides,
                "transactions entered, one household",
                "",
                1,
                client -> List.of(client.post("/transactions", LINE)));
        rates(
                sides,
                "transactions entered, a hundred households",
                "",
                HOUSEHOLDS,
                client -> List.of(client.post("/transactions", LINE)));
    }

    private static void rates(List<Side> sides, String what, String aim, int households, Asking asking)
            throws Exception {
        List<Double> rates = new ArrayList<>();
        for (Side side : sides) {
            rates.add(rate(side, households, asking));
        }
        System.out.printf(
                "| %s | %,.0f | %,.0f | %.0f %% | %,.0f | %s |%n",
                what, rates.get(0), rates.get(1), 100 * rates.get(1) / rates.get(0), rates.get(2), aim);
    }

    private static double rate(Side side, int households, Asking asking) throws Exception {
        long end = System.nanoTime() + SPAN.toNanos();
        try (var threads = Executors.newFixedThreadPool(TOGETHER)) {
            List<Future<Long>> counts = new ArrayList<>();
            for (int i = 0; i < TOGETHER; i++) {
                int number = i;
                counts.add(threads.submit((Callable<Long>) () -> {
                    List<BenchClient> mine = new ArrayList<>();
                    for (int h = number; h < Math.max(households, number + 1); h += TOGETHER) {
                        mine.add(side.client(number, households == 1 ? 0 : h));
                    }
                    long done = 0;
                    while (System.nanoTime() < end) {
                        done += asking.by(mine.get((int) (done % mine.size()))).size();
                    }
                    return done;
                }));
            }
            long all = 0;
            for (Future<Long> count : counts) {
                all += count.get();
            }
            return all / (SPAN.toMillis() / 1e3);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }
}
