package io.prorata.bench;

import io.prorata.adapter.web.ServerSettings;
import io.prorata.bootstrap.server.Server;
import io.prorata.domain.household.HouseholdId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * A working day of fifty people, two to a household, in fast motion: requests come at moments that are fixed beforehand, whether or not the
 * ones before are answered, and each is timed from its moment. So nothing that queues is overlooked.
 *
 * <p>A person looks at a month the way its screens lead: the summary, the savings, a category, its rows; now and then they enter a
 * transaction and look again. Says how long each kind of request took, and how many reads nobody had to compute for.
 */
final class WorkingDayBench {

    private static final int HOUSEHOLDS = 25;
    private static final int MONTHS = 24;
    private static final int ROWS_A_MONTH = 120;
    private static final int MOST_MICROS = 60_000_000;

    private static final List<String> SCREENS = List.of(
            "/dashboard/summary/slim?month=%s",
            "/summary/enhanced?month=%s",
            "/dashboard/savings?month=%s",
            "/dashboard/expenses?month=%s",
            "/dashboard/provisions/details?month=%s",
            "/transactions/hierarchy?month=%s",
            "/dashboard/categories/Category%%203?month=%s",
            "/dashboard/drill-down/Category%%203?month=%s&level=transactions",
            "/analytics/categories/optimized?month=%s");

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final Map<String, Histogram> times = new ConcurrentSkipListMap<>();
    private final Map<String, AtomicLong> answers = new ConcurrentHashMap<>();

    private WorkingDayBench() {}

    /** What somebody does, and when, in nanoseconds after the beginning. */
    private record Step(long at, String token, String method, String path) {}

    public static void main(String... arguments) throws IOException, InterruptedException {
        int perSecond = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50;
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 60;
        try (var scratch = new Scratch();
                Server server = Server.start(
                        scratch.file("day.db"), new ServerSettings(ServerSettings.LOOPBACK, -1), Clock.systemUTC())) {
            List<String> people = new ArrayList<>();
            for (int i = 0; i < HOUSEHOLDS; i++) {
                HouseholdId household = BigBooks.fill(server.work(), MONTHS, ROWS_A_MONTH);
                people.add(ServedBooks.token(server, household));
                people.add(ServedBooks.token(server, household));
            }
            var bench = new WorkingDayBench();
            // The program has been running for a while when the day begins; nothing of this day has been looked at.
            bench.run(server, steps(people, perSecond, 10, 7, "2023-06"));
            bench.times.clear();
            bench.answers.clear();
            bench.run(server, steps(people, perSecond, seconds, 42, "2024-12"));
            bench.say(perSecond, seconds);
        }
    }

    /** People come and go; a visit is some screens of a month, mostly the current one, and one visit in four enters something. */
    private static List<Step> steps(List<String> people, int perSecond, int seconds, long seed, String current) {
        var random = new SplittableRandom(seed);
        List<Step> steps = new ArrayList<>();
        long all = (long) perSecond * seconds;
        long pause = 1_000_000_000L / perSecond;
        while (steps.size() < all) {
            String token = people.get(random.nextInt(people.size()));
            String month = random.nextInt(5) == 0 ? "2024-0" + random.nextInt(1, 10) : current;
            int screens = random.nextInt(3, SCREENS.size() + 1);
            for (int screen = 0; screen < screens; screen++) {
                steps.add(new Step(
                        steps.size() * pause, token, "GET", SCREENS.get(screen).formatted(month)));
            }
            if (random.nextInt(4) == 0) {
                steps.add(new Step(steps.size() * pause, token, "POST", "/transactions"));
                steps.add(new Step(
                        steps.size() * pause, token, "GET", SCREENS.getFirst().formatted(month)));
            }
        }
        return steps;
    }

    private void run(Server server, List<Step> steps) {
        long begin = System.nanoTime();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Step step : steps) {
                for (long left = begin + step.at() - System.nanoTime();
                        left > 0;
                        left = begin + step.at() - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                people.execute(() -> take(server, step, begin + step.at()));
            }
        }
    }

    private void take(Server server, Step step, long due) {
        var request = HttpRequest.newBuilder(URI.create(server.address() + step.path()))
                .header("Authorization", "Bearer " + step.token());
        if (step.method().equals("POST")) {
            request.header("Content-Type", "application/json")
                    .POST(
                            HttpRequest.BodyPublishers.ofString(
                                    "{\"date\": \"2024-12-05\", \"label\": \"Market\", \"amount\": \"-12.50\", \"category\": \"Category 3\"}"));
        }
        try {
            HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            long micros = (System.nanoTime() - due) / 1_000;
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(step.path() + " answers " + answer.statusCode());
            }
            String kind = step.method() + " " + step.path().replaceAll("\\?.*", "");
            times.computeIfAbsent(kind, same -> new ConcurrentHistogram(MOST_MICROS, 3))
                    .recordValue(Math.min(micros, MOST_MICROS));
            answer.headers()
                    .firstValue("X-Cache")
                    .ifPresent(origin -> answers.computeIfAbsent(origin, same -> new AtomicLong())
                            .incrementAndGet());
        } catch (IOException e) {
            throw new IllegalStateException(step.path(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void say(int perSecond, int seconds) {
        System.out.printf(
                "%d people, %d requests a second for %d s, from the moment each was due.%n%n",
                HOUSEHOLDS * 2, perSecond, seconds);
        System.out.println("| request | count | p50, ms | p95, ms | p99, ms | max, ms |");
        System.out.println("|---|---:|---:|---:|---:|---:|");
        times.forEach((kind, histogram) -> System.out.printf(
                "| `%s` | %d | %s | %s | %s | %s |%n",
                kind,
                histogram.getTotalCount(),
                millis(histogram.getValueAtPercentile(50)),
                millis(histogram.getValueAtPercentile(95)),
                millis(histogram.getValueAtPercentile(99)),
                millis(histogram.getMaxValue())));
        long reads = answers.values().stream().mapToLong(AtomicLong::get).sum();
        long computed = answers.getOrDefault("miss", new AtomicLong()).get();
        System.out.printf(
                "%n%d dashboard reads, %d of them computed: %d.%d %% were answered without computing. %s%n",
                reads, computed, (reads - computed) * 100 / reads, (reads - computed) * 1000 / reads % 10, answers);
    }

    private static String millis(long micros) {
        return "%d.%02d".formatted(micros / 1000, micros % 1000 / 10);
    }
}
