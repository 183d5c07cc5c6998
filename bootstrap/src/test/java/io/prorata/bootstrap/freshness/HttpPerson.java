package io.prorata.bootstrap.freshness;

import static io.prorata.application.Examples.inEuros;

import io.prorata.application.Examples;
import io.prorata.application.ledger.RecordTransaction;
import io.prorata.application.ledger.RemoveTransaction;
import io.prorata.application.port.StoreUnavailableException;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.request.Precondition;
import io.prorata.application.view.ViewQuery;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Somebody who does over HTTP what a {@link Person} does; what few requests say, they do through the same door beside it. */
final class HttpPerson {

    private static final CategoryChoice EVERY = new CategoryChoice.Every();
    private static final Set<ExpenseType> TYPES = Set.of(ExpenseType.values());

    /** A view, and where it is. */
    record Page(String path, ViewQuery view) {}

    static final List<Page> PAGES =
            Trial.MONTHS.stream().flatMap(HttpPerson::pages).toList();

    private static Stream<Page> pages(YearMonth month) {
        String of = "?month=" + month;
        YearMonth from = month.minusMonths(2);
        return Stream.of(
                new Page("/dashboard/summary/slim" + of, new ViewQuery.SlimSummary(month)),
                new Page("/dashboard/summary" + of, new ViewQuery.Summary(month)),
                new Page("/summary/enhanced" + of, new ViewQuery.Screen(month)),
                new Page("/dashboard/savings" + of, new ViewQuery.SavingsByCategory(month, EVERY)),
                new Page("/dashboard/expenses" + of, new ViewQuery.ExpensesByCategory(month, EVERY)),
                new Page("/dashboard/provisions/details" + of, new ViewQuery.ProvisionDetails(month)),
                new Page("/custom-provisions/summary" + of, new ViewQuery.ProvisionsSummary(month)),
                new Page("/provisions/calculate/optimized" + of, new ViewQuery.Provisions(month, OptionalLong.empty())),
                new Page("/transactions/hierarchy" + of, new ViewQuery.Hierarchy(month, TYPES)),
                new Page("/transactions/categories" + of, new ViewQuery.Categories(month, TYPES)),
                new Page(
                        "/dashboard/categories/all" + of,
                        new ViewQuery.CategoryPage(month, ExpenseType.VARIABLE, EVERY)),
                new Page(
                        "/analytics/categories/optimized?from=" + from + "&to=" + month,
                        new ViewQuery.Analytics(
                                new CategoryAnalysis.Period(from, month),
                                Set.of(ExpenseType.VARIABLE, ExpenseType.FIXED))));
    }

    private final int id;
    private final HouseholdId household;
    private final URI server;
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
            URI server,
            String token,
            HttpClient client,
            UnitOfWork door,
            AnyAction actions,
            SplittableRandom random) {
        this.id = id;
        this.household = household;
        this.server = server;
        this.token = token;
        this.client = client;
        this.door = new Noted(door);
        this.actions = actions;
        this.random = random;
    }

    void act(int times, int writesPerMille) {
        for (int i = 0; i < times; i++) {
            if (random.nextInt(1_000) >= writesPerMille) {
                read();
            } else if (random.nextInt(3) == 0) {
                writeBeside(actions.next(door, household));
            } else if (random.nextInt(3) == 0) {
                remove(random.nextLong(1, 60));
            } else {
                record();
            }
        }
    }

    void report(History history) {
        history.add(reads, writes);
    }

    private void read() {
        int page = random.nextInt(PAGES.size());
        Held mine = random.nextBoolean() ? held.get(page) : null;
        String path = PAGES.get(page).path() + (random.nextInt(20) == 0 ? "&use_cache=false" : "");
        var request = HttpRequest.newBuilder(server.resolve(path)).header("Authorization", "Bearer " + token);
        if (mine != null) {
            request.header("If-None-Match", mine.tag());
        }
        long invoked = System.nanoTime();
        HttpResponse<byte[]> answer = answer(request.build());
        long responded = System.nanoTime();
        if (answer == null || !(answer.statusCode() == 200 || (answer.statusCode() == 304 && mine != null))) {
            String from = answer == null ? "none" : "status " + answer.statusCode();
            reads.add(new Read(id, invoked, responded, household, page, Ending.FAILED, null, 0, null, 0, from));
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
        var line = new BankLine(null, month.atDay(9), new Money(cents), "Over HTTP", null);
        var command = new RecordTransaction.Command(
                line, Optional.of(ExpenseType.VARIABLE), "Courses", null, false, new TreeSet<>());
        String json = """
                {"date": "%s", "label": "Over HTTP", "amount": "-%d.%02d", "category": "Courses", "expense_type": "VARIABLE"}""".formatted(line.date(), -cents / 100, -cents % 100);
        write(
                new Action(
                        "POST",
                        (door, home) -> new RecordTransaction(door, AnyAction.CLOCK)
                                .record(home, Examples.ANNA, inEuros(command))),
                HttpRequest.newBuilder(server.resolve("/transactions"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json)));
    }

    private void remove(long row) {
        write(
                new Action(
                        "DELETE",
                        (door, home) ->
                                new RemoveTransaction(door).remove(home, Examples.ANNA, row, Precondition.WHATEVER)),
                HttpRequest.newBuilder(server.resolve("/transactions/" + row))
                        .header("If-Match", "*")
                        .DELETE());
    }

    private void write(Action action, HttpRequest.Builder request) {
        long invoked = System.nanoTime();
        HttpResponse<byte[]> answer =
                answer(request.header("Authorization", "Bearer " + token).build());
        long responded = System.nanoTime();
        writes.add(new Wrote(id, invoked, responded, household, action, ending(answer), made(answer)));
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
