package io.prorata.bootstrap.freshness;

import static io.prorata.application.Examples.inEuros;

import io.prorata.application.Examples;
import io.prorata.application.ledger.RecordTransaction;
import io.prorata.application.ledger.RemoveTransaction;
import io.prorata.application.port.StoreUnavailableException;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.query.AnalyticsQuery;
import io.prorata.application.query.CategoriesQuery;
import io.prorata.application.query.CategoryQuery;
import io.prorata.application.query.ExpensesQuery;
import io.prorata.application.query.HierarchyQuery;
import io.prorata.application.query.ProvisionDetailsQuery;
import io.prorata.application.query.ProvisionsQuery;
import io.prorata.application.query.ProvisionsSummaryQuery;
import io.prorata.application.query.SavingsQuery;
import io.prorata.application.query.ScreenQuery;
import io.prorata.application.query.SlimSummaryQuery;
import io.prorata.application.query.SummaryQuery;
import io.prorata.application.query.ViewQuery;
import io.prorata.application.request.Precondition;
import io.prorata.bootstrap.freshness.History.Ending;
import io.prorata.bootstrap.freshness.History.Read;
import io.prorata.bootstrap.freshness.History.Wrote;
import io.prorata.domain.RefusedException;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.BankLine;
import io.prorata.domain.ledger.CategoryAnalysis;
import io.prorata.domain.ledger.CategoryChoice;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.money.Money;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Somebody who does over HTTP what a {@link Person} does; what few requests say, they do through the same door beside it. */
final class HttpPerson {

    private static final int MOST_ATTEMPTS = 2_000;
    private static final long BETWEEN_ATTEMPTS_NANOS = 20_000_000;
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final CategoryChoice EVERY = new CategoryChoice.Every();
    private static final Set<ExpenseType> TYPES = Set.of(ExpenseType.values());

    /** A view, and where it is. */
    record Page(String path, ViewQuery view) {}

    /**
     * Where somebody may ask.
     *
     * @param mayBeAway whether a server may end or stop meanwhile: then no answer is no fault, and what is written is sent under a key until it
     *     is answered
     * @param audit tells which revision a label came with, where a request was carried out and its answer is lost
     */
    record Servers(Supplier<List<URI>> addresses, boolean mayBeAway, BiFunction<HouseholdId, String, Long> audit) {

        static Servers one(URI address) {
            return new Servers(() -> List.of(address), false, (household, label) -> 0L);
        }

        URI any(SplittableRandom random) {
            List<URI> now = addresses.get();
            return now.get(random.nextInt(now.size()));
        }
    }

    static final List<Page> PAGES =
            Trial.MONTHS.stream().flatMap(HttpPerson::pages).toList();

    private static Stream<Page> pages(YearMonth month) {
        String of = "?month=" + month;
        YearMonth from = month.minusMonths(2);
        return Stream.of(
                new Page("/dashboard/summary/slim" + of, new SlimSummaryQuery(month)),
                new Page("/dashboard/summary" + of, new SummaryQuery(month)),
                new Page("/summary/enhanced" + of, new ScreenQuery(month)),
                new Page("/dashboard/savings" + of, new SavingsQuery(month, EVERY)),
                new Page("/dashboard/expenses" + of, new ExpensesQuery(month, EVERY)),
                new Page("/dashboard/provisions/details" + of, new ProvisionDetailsQuery(month)),
                new Page("/custom-provisions/summary" + of, new ProvisionsSummaryQuery(month)),
                new Page("/provisions/calculate/optimized" + of, new ProvisionsQuery(month, OptionalLong.empty())),
                new Page("/transactions/hierarchy" + of, new HierarchyQuery(month, TYPES)),
                new Page("/transactions/categories" + of, new CategoriesQuery(month, TYPES)),
                new Page("/dashboard/categories/all" + of, new CategoryQuery(month, ExpenseType.VARIABLE, EVERY)),
                new Page(
                        "/analytics/categories/optimized?from=" + from + "&to=" + month,
                        new AnalyticsQuery(
                                new CategoryAnalysis.Period(from, month),
                                Set.of(ExpenseType.VARIABLE, ExpenseType.FIXED))));
    }

    private final int id;
    private final HouseholdId household;
    private final Servers servers;
    private final String token;
    private final HttpClient client;
    private final Noted door;
    private final AnyAction actions;
    private final SplittableRandom random;
    private final Map<Integer, Held> held = new HashMap<>();
    private final List<Read> reads = new ArrayList<>();
    private final List<Wrote> writes = new ArrayList<>();

    private record Held(String tag, long body) {}

    HttpPerson(
            int id,
            HouseholdId household,
            Servers servers,
            String token,
            HttpClient client,
            UnitOfWork door,
            AnyAction actions,
            SplittableRandom random) {
        this.id = id;
        this.household = household;
        this.servers = servers;
        this.token = token;
        this.client = client;
        this.door = new Noted(door);
        this.actions = actions;
        this.random = random;
    }

    void act(int times, int writesPerMille) {
        act(times, writesPerMille, () -> false);
    }

    void act(int times, int writesPerMille, BooleanSupplier stopped) {
        for (int i = 0; i < times && !stopped.getAsBoolean(); i++) {
            if (random.nextInt(1_000) >= writesPerMille) {
                read();
            } else if (random.nextInt(3) == 0) {
                writeBeside(actions.next(door, household));
            } else if (!servers.mayBeAway() && random.nextInt(3) == 0) {
                remove(random.nextLong(1, 60));
            } else {
                record();
            }
        }
    }

    /** Returns whether they may ask at all. */
    boolean hasToken() {
        return !token.isEmpty();
    }

    void report(History history) {
        history.add(reads, writes);
    }

    private void read() {
        int page = random.nextInt(PAGES.size());
        Held mine = random.nextBoolean() ? held.get(page) : null;
        String path = PAGES.get(page).path() + (random.nextInt(20) == 0 ? "&use_cache=false" : "");
        var request = HttpRequest.newBuilder(servers.any(random).resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token);
        if (mine != null) {
            request.header("If-None-Match", mine.tag());
        }
        long invoked = System.nanoTime();
        HttpResponse<byte[]> answer = answer(request.build());
        long responded = System.nanoTime();
        if (answer == null || !(answer.statusCode() == 200 || (answer.statusCode() == 304 && mine != null))) {
            String from = answer == null ? "none" : "status " + answer.statusCode();
            boolean away = servers.mayBeAway() && (answer == null || answer.statusCode() == 503);
            Ending ending = away ? Ending.BUSY : Ending.FAILED;
            reads.add(new Read(id, invoked, responded, household, page, ending, null, 0, null, 0, from));
            return;
        }
        String tag = header(answer, "ETag");
        String[] revision = header(answer, "X-Revision").split("\\.", 2);
        long body = answer.statusCode() == 304 && mine != null ? mine.body() : Bodies.hash(answer.body());
        held.put(page, new Held(tag, body));
        reads.add(new Read(
                id,
                invoked,
                responded,
                household,
                page,
                answer.statusCode() == 304 ? Ending.UNCHANGED : Ending.OK,
                revision[0],
                Long.parseLong(revision[1]),
                tag,
                body,
                header(answer, "X-Cache")));
    }

    private void record() {
        YearMonth month = Trial.MONTHS.get(random.nextInt(Trial.MONTHS.size()));
        long cents = -random.nextLong(1, 100_000);
        // Of one request, so that it is found in the audit.
        String label = "Over HTTP " + id + " " + writes.size();
        var line = new BankLine(null, month.atDay(9), new Money(cents), label, null);
        var command = new RecordTransaction.Command(
                line, Optional.of(ExpenseType.VARIABLE), "Courses", null, false, new TreeSet<>());
        String json = """
                {"date": "%s", "label": "%s", "amount": "-%d.%02d", "category": "Courses", "expense_type": "VARIABLE"}""".formatted(line.date(), label, -cents / 100, -cents % 100);
        write(
                label,
                new Action(
                        "POST",
                        (door, home) -> new RecordTransaction(door, AnyAction.CLOCK)
                                .record(home, Examples.ANNA, inEuros(command))),
                server -> HttpRequest.newBuilder(server.resolve("/transactions"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json)));
    }

    private void remove(long row) {
        write(
                "",
                new Action(
                        "DELETE",
                        (door, home) ->
                                new RemoveTransaction(door).remove(home, Examples.ANNA, row, Precondition.WHATEVER)),
                server -> HttpRequest.newBuilder(server.resolve("/transactions/" + row))
                        .header("If-Match", "*")
                        .DELETE());
    }

    private void write(String label, Action action, Function<URI, HttpRequest.Builder> request) {
        long invoked = System.nanoTime();
        HttpResponse<byte[]> answer = servers.mayBeAway()
                ? answeredAtLast(request)
                : answer(request.apply(servers.any(random))
                        .header("Authorization", "Bearer " + token)
                        .build());
        long responded = System.nanoTime();
        boolean lost = answer != null && isAnswerLost(answer);
        Ending ending = lost ? Ending.OK : ending(answer);
        long made = lost ? servers.audit().apply(household, label) : made(answer);
        writes.add(new Wrote(id, invoked, responded, household, action, ending, made));
    }

    /** The request was carried out, and the server ended before it could note its answer. */
    private static boolean isAnswerLost(HttpResponse<byte[]> answer) {
        return answer.statusCode() == 409
                && new String(answer.body(), StandardCharsets.UTF_8).contains("/problems/answer-not-kept");
    }

    /** What was not answered may have been done or not: the same again under the same key, wherever, until somebody says. */
    private @Nullable HttpResponse<byte[]> answeredAtLast(Function<URI, HttpRequest.Builder> request) {
        String key = "person-" + id + "-" + random.nextLong();
        HttpResponse<byte[]> answer = null;
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            answer = answer(request.apply(servers.any(random))
                    .header("Authorization", "Bearer " + token)
                    .header("Idempotency-Key", key)
                    .build());
            if (answer != null && (isAnswerLost(answer) || !Set.of(503, 409).contains(answer.statusCode()))) {
                return answer;
            }
            LockSupport.parkNanos(BETWEEN_ATTEMPTS_NANOS);
        }
        return answer;
    }

    private static Ending ending(@Nullable HttpResponse<byte[]> answer) {
        if (answer == null) {
            return Ending.UNKNOWN;
        }
        return switch (answer.statusCode()) {
            case 200, 201, 204 -> Ending.OK;
            case 404 -> Ending.REFUSED;
            case 503 -> Ending.BUSY;
            default -> Ending.FAILED;
        };
    }

    private static long made(@Nullable HttpResponse<byte[]> answer) {
        if (answer == null || ending(answer) != Ending.OK) {
            return 0;
        }
        String revision = header(answer, "X-Revision");
        return Long.parseLong(revision.substring(revision.indexOf('.') + 1));
    }

    /** What takes more words than one request is done past the network. */
    void writeBeside(Action action) {
        long invoked = System.nanoTime();
        Ending ending = Ending.OK;
        long made = 0;
        try {
            made = door.made(action, household);
        } catch (RefusedException e) {
            ending = Ending.REFUSED;
        } catch (StoreUnavailableException e) {
            ending = Ending.BUSY;
        } catch (RuntimeException e) {
            ending = Ending.FAILED;
        }
        writes.add(new Wrote(id, invoked, System.nanoTime(), household, action, ending, made));
    }

    private @Nullable HttpResponse<byte[]> answer(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private static String header(HttpResponse<byte[]> answer, String name) {
        return answer.headers().firstValue(name).orElseThrow();
    }
}
