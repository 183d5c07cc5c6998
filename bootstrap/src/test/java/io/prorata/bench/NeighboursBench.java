package io.prorata.bench;

import io.prorata.adapter.persistence.PostgresServer;
import io.prorata.adapter.persistence.postgresql.PostgresAddress;
import io.prorata.adapter.persistence.postgresql.PostgresDatabase;
import io.prorata.adapter.web.ServerSettings;
import io.prorata.bootstrap.server.Server;
import io.prorata.domain.household.HouseholdId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One household previews six large files and imports another, all at once, while its neighbours read and write: how long they wait, whether
 * anything of theirs is refused, and how long the household's own small writes wait for its import. Over a file and over PostgreSQL.
 */
final class NeighboursBench {

    private static final int MONTHS = 24;
    private static final int ROWS_A_MONTH = 1_000;
    private static final int PREVIEWS = 6;
    private static final int READERS = 4;
    private static final int CONNECTIONS = 8;
    private static final int WARMING = 300;
    private static final String MONTH = "/dashboard/summary/slim?month=2024-12";
    private static final String LINE =
            "{\"date\": \"2024-12-24\", \"label\": \"Bread\", \"amount\": \"-3.20\", \"category\": \"Category 3\"}";

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI server;

    private NeighboursBench(URI server) {
        this.server = server;
    }

    /** @param arguments a bank file to preview, and one to import */
    public static void main(String... arguments) throws Exception {
        var settings = new ServerSettings(ServerSettings.LOOPBACK, -1, Integer.MAX_VALUE / 2);
        System.out.println("| of requests meanwhile | count | p50, ms | p95, ms | max, ms | refused | aim |");
        System.out.println("|---|---:|---:|---:|---:|---:|---|");
        try (var scratch = new Scratch();
                Server file = Server.start(scratch.file("books.db"), settings, Clock.systemUTC())) {
            measure("a file", file, Path.of(arguments[0]), Path.of(arguments[1]));
        }
        PostgresAddress books = PostgresServer.address(PostgresServer.create());
        var address = new PostgresAddress(books.url(), books.user(), books.password(), CONNECTIONS);
        try (Server postgres = Server.start(PostgresDatabase.open(address), settings, Clock.systemUTC())) {
            measure("PostgreSQL", postgres, Path.of(arguments[0]), Path.of(arguments[1]));
        }
    }

    private static void measure(String engine, Server server, Path previewed, Path imported) throws Exception {
        String busy = ServedBooks.token(server, BigBooks.fill(server.work(), MONTHS, ROWS_A_MONTH));
        HouseholdId neighbours = BigBooks.fill(server.work(), MONTHS, ROWS_A_MONTH);
        String theirs = ServedBooks.token(server, neighbours);
        var bench = new NeighboursBench(server.address());
        bench.heat(theirs);
        var over = new AtomicBoolean();
        var reads = new Waits("reads, kept and computed, of a neighbour");
        var writes = new Waits("transactions entered by a neighbour");
        var own = new Waits("transactions entered by the household itself");
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            List<Future<?>> beside = new ArrayList<>();
            for (int i = 0; i < READERS; i++) {
                String view = i % 2 == 0 ? MONTH : MONTH + "&use_cache=false";
                beside.add(threads.submit(() -> bench.whileRunning(over, reads, 5, bench.get(theirs, view))));
            }
            beside.add(threads.submit(() -> bench.whileRunning(over, writes, 100, bench.post(theirs, LINE))));
            beside.add(threads.submit(() -> bench.whileRunning(over, own, 3_000, bench.post(busy, LINE))));
            List<Future<Long>> large = new ArrayList<>();
            for (int i = 0; i < PREVIEWS; i++) {
                large.add(threads.submit(() -> bench.send(busy, "/imports?dry_run=true", previewed)));
            }
            long began = System.nanoTime();
            long taken =
                    threads.submit(() -> bench.send(busy, "/imports", imported)).get();
            for (Future<Long> preview : large) {
                preview.get();
            }
            over.set(true);
            for (Future<?> one : beside) {
                one.get();
            }
            for (Waits waits : List.of(reads, writes, own)) {
                waits.print(engine);
            }
            System.out.printf(
                    "| %s: the import took %.1f s, with the previews %.1f s | | | | | | |%n",
                    engine, taken / 1e9, (System.nanoTime() - began) / 1e9);
        }
    }

    private void heat(String token) throws IOException, InterruptedException {
        for (int i = 0; i < WARMING; i++) {
            client.send(get(token, i % 2 == 0 ? MONTH : MONTH + "&use_cache=false"), BodyHandlers.ofByteArray());
            client.send(post(token, LINE), BodyHandlers.ofByteArray());
        }
    }

    private HttpRequest get(String token, String path) {
        return request(token, path).GET().build();
    }

    private HttpRequest post(String token, String json) {
        return request(token, "/transactions")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build();
    }

    private HttpRequest.Builder request(String token, String path) {
        return HttpRequest.newBuilder(server.resolve(path)).header("Authorization", "Bearer " + token);
    }

    /** Returns how long it took, in nanoseconds. */
    private long send(String token, String path, Path file) throws IOException, InterruptedException {
        long began = System.nanoTime();
        HttpResponse<String> answer = client.send(
                request(token, path)
                        .header("Content-Type", "text/csv")
                        .POST(BodyPublishers.ofByteArray(Files.readAllBytes(file)))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(path + " answers " + answer.statusCode() + ": " + answer.body());
        }
        return System.nanoTime() - began;
    }

    private Object whileRunning(AtomicBoolean over, Waits waits, int pauseMillis, HttpRequest request)
            throws IOException, InterruptedException {
        while (!over.get()) {
            long began = System.nanoTime();
            int status = client.send(request, BodyHandlers.ofByteArray()).statusCode();
            waits.add(System.nanoTime() - began, status >= 300);
            Thread.sleep(pauseMillis);
        }
        return waits;
    }

    /** How long requests of a kind took. */
    private static final class Waits {

        private final String what;
        private final List<Long> nanos = Collections.synchronizedList(new ArrayList<>());
        private int refused;

        Waits(String what) {
            this.what = what;
        }

        synchronized void add(long taken, boolean isRefused) {
            nanos.add(taken);
            refused += isRefused ? 1 : 0;
        }

        void print(String engine) {
            List<Long> sorted = nanos.stream().sorted().toList();
            System.out.printf(
                    "| %s: %s | %d | %.1f | %.1f | %.1f | %d | %s |%n",
                    engine,
                    what,
                    sorted.size(),
                    sorted.get(sorted.size() / 2) / 1e6,
                    sorted.get(sorted.size() * 95 / 100) / 1e6,
                    sorted.getLast() / 1e6,
                    refused,
                    what.startsWith("reads") ? "p95 ≤ 100 ms, none refused" : "none refused");
        }
    }
}
