package io.prorata.bootstrap.freshness;

import io.prorata.adapter.persistence.PostgresServer;
import io.prorata.adapter.persistence.postgresql.PostgresAddress;
import io.prorata.adapter.persistence.postgresql.PostgresDatabase;
import io.prorata.bootstrap.freshness.Stage.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Lets 50 people act until a million operations are recorded and checked, in trials of a hundred thousand: on one node and on two in turn, the
 * latter with a Redis that suffers every mishap over and over, some over HTTP, some on two nodes over PostgreSQL, and some on two processes
 * over it that are killed and stopped. Prints a report; ends with 1 if anything is found.
 *
 * <p>Arguments, all of which may be left out: operations, most minutes, seed.
 */
final class LongRun {

    private static final int CLIENTS = 50;
    private static final int HOUSEHOLDS = 25;
    private static final int WRITES_PER_MILLE = 20;
    private static final int TIMES = 2_000;
    private static final int TIMES_OVER_HTTP = 400;
    private static final int ROUNDS_OF_PROCESSES = 10;

    private final long deadline;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Long> origins = new TreeMap<>();
    private final Map<Mishaps.Mishap, Integer> mishaps = new TreeMap<>();
    private long operations;
    private long reads;
    private long writes;
    private long made;
    private long rejected;
    private long busy;
    private int processMishaps;

    private LongRun(long deadline) {
        this.deadline = deadline;
    }

    public static void main(String... arguments) throws IOException, InterruptedException {
        long wanted = arguments.length > 0 ? Long.parseLong(arguments[0]) : 1_000_000;
        long minutes = arguments.length > 1 ? Long.parseLong(arguments[1]) : 60;
        long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : System.nanoTime();
        long began = System.nanoTime();
        var run = new LongRun(began + Duration.ofMinutes(minutes).toNanos());
        for (int trial = 0; run.operations < wanted && System.nanoTime() < run.deadline; trial++) {
            run.trial(trial, seed + trial);
        }
        run.report(wanted, seed, Duration.ofNanos(System.nanoTime() - began));
        // Whatever is still open belongs to nobody any more.
        System.exit(run.findings.isEmpty() && run.operations >= wanted ? 0 : 1);
    }

    private void trial(int number, long seed) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("freshness");
        try {
            Path books = folder.resolve("books.db");
            switch (number % 6) {
                case 0 -> onOneNode(books, seed);
                case 3 -> {
                    History history =
                            HttpTrial.act(books, CLIENTS, HOUSEHOLDS, TIMES_OVER_HTTP, WRITES_PER_MILLE, seed);
                    take("over HTTP", seed, history, new Checker(HttpTrial.VIEWS, Trial.RENDERER));
                }
                case 4 -> onTwoNodesOverPostgresql(seed);
                case 5 -> onTwoProcesses(seed);
                default -> onTwoNodes(books, seed);
            }
        } finally {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    private void onOneNode(Path books, long seed) throws InterruptedException {
        var trial = new Trial(CLIENTS, HOUSEHOLDS, seed);
        try (var stage = new Stage(books, setting(1, Optional.empty()), Trial.RENDERER)) {
            trial.begin(stage);
            trial.act(stage, TIMES, WRITES_PER_MILLE, Flaw.NONE);
        }
        take("one node", seed, trial.history(), new Checker(Trial.VIEWS, Trial.RENDERER));
    }

    private void onTwoNodes(Path books, long seed) throws IOException, InterruptedException {
        var trial = new Trial(CLIENTS, HOUSEHOLDS, seed);
        try (var redis = new Redis("64mb");
                var stage = new Stage(books, setting(2, Optional.of(redis.address())), Trial.RENDERER)) {
            trial.begin(stage);
            var happening = new Mishaps(redis, new SplittableRandom(seed));
            List<Thread> acting = trial.start(stage, TIMES, WRITES_PER_MILLE, Flaw.NONE);
            while (acting.stream().anyMatch(Thread::isAlive)) {
                happening.all();
            }
            rejected += stage.rejected();
            happening.happened().forEach((mishap, times) -> mishaps.merge(mishap, times, Integer::sum));
        }
        take("two nodes", seed, trial.history(), new Checker(Trial.VIEWS, Trial.RENDERER));
    }

    /** The server ends all connections over and over. */
    private void onTwoNodesOverPostgresql(long seed) throws IOException, InterruptedException {
        var trial = new Trial(CLIENTS, HOUSEHOLDS, seed);
        PostgresAddress books = PostgresServer.address(PostgresServer.create());
        try (var redis = new Redis("64mb");
                var stage = new Stage(
                        List.of(PostgresDatabase.open(books), PostgresDatabase.open(books)),
                        setting(2, Optional.of(redis.address())),
                        Trial.RENDERER)) {
            trial.begin(stage);
            var happening = new Mishaps(redis, new SplittableRandom(seed));
            List<Thread> acting = trial.start(stage, TIMES, WRITES_PER_MILLE, Flaw.NONE);
            while (acting.stream().anyMatch(Thread::isAlive)) {
                PostgresServer.endConnections(books);
                happening.all();
            }
            rejected += stage.rejected();
            happening.happened().forEach((mishap, times) -> mishaps.merge(mishap, times, Integer::sum));
        }
        take("two nodes over PostgreSQL", seed, trial.history(), new Checker(Trial.VIEWS, Trial.RENDERER));
    }

    /** Servers, database and Redis are killed, stopped and cut off over and over. */
    private void onTwoProcesses(long seed) throws IOException, InterruptedException {
        try (var trial = new ProcessTrial(CLIENTS, HOUSEHOLDS, seed)) {
            History history = trial.act(ROUNDS_OF_PROCESSES, WRITES_PER_MILLE);
            processMishaps +=
                    trial.happened().values().stream().mapToInt(times -> times).sum();
            take("two processes", seed, history, new Checker(HttpTrial.VIEWS, Trial.RENDERER));
        }
    }

    private static Setting setting(int nodes, Optional<String> redis) {
        return new Setting(nodes, 2 * 1024 * 1024, 64 * 1024 * 1024, redis, Flaw.NONE, AnyAction.CLOCK);
    }

    private void take(String where, long seed, History history, Checker checker) {
        List<Finding> found = checker.check(history);
        findings.addAll(found);
        operations += history.operations();
        reads += history.reads().size();
        writes += history.writes().size();
        busy += Trial.busy(history);
        made += history.writes().stream().filter(write -> write.revision() > 0).count();
        Trial.origins(history).forEach((origin, times) -> origins.merge(origin, times, Long::sum));
        System.out.println("- " + where + ", seed " + seed + ": " + Trial.told(history) + "; " + Trial.told(found));
    }

    private void report(long wanted, long seed, Duration took) {
        System.out.printf(
                Locale.ROOT,
                """

                | what | how many |
                |---|---:|
                | operations, recorded and checked | %,d (of %,d wanted) |
                | reads | %,d |
                | answered from | %s |
                | writes | %,d |
                | of them changed something | %,d |
                | told to ask again later, nothing done | %,d |
                | mishaps of Redis | %s |
                | mishaps of processes, of their database and Redis | %,d |
                | entries found there and rejected | %,d |
                | stale | %,d |
                | wrong, of any other kind | %,d |
                | first seed | %d |
                | took | %d min %d s |
                """,
                operations,
                wanted,
                reads,
                origins,
                writes,
                made,
                busy,
                mishaps,
                processMishaps,
                rejected,
                findings.stream()
                        .filter(finding -> finding.kind() == Finding.Kind.STALE)
                        .count(),
                findings.stream()
                        .filter(finding -> finding.kind() != Finding.Kind.STALE)
                        .count(),
                seed,
                took.toMinutes(),
                took.toSecondsPart());
    }
}
