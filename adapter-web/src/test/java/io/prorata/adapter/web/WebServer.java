package io.prorata.adapter.web;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.prorata.adapter.bankfile.detection.BankFileReaders;
import io.prorata.adapter.web.access.OperatorSecret;
import io.prorata.application.access.IssueToken;
import io.prorata.application.cache.Features;
import io.prorata.application.cache.NotifyingUnitOfWork;
import io.prorata.application.cache.Tiers;
import io.prorata.application.cache.Warmer;
import io.prorata.application.export.HouseholdExports;
import io.prorata.application.household.CreateHousehold;
import io.prorata.application.idempotency.ClaimingUnitOfWork;
import io.prorata.application.memory.InMemoryCalculations;
import io.prorata.application.memory.InMemoryViews;
import io.prorata.application.memory.TestBooks;
import io.prorata.application.port.Actor;
import io.prorata.application.port.BankFiles;
import io.prorata.application.port.Renderer;
import io.prorata.application.port.Snapshots;
import io.prorata.application.port.Store;
import io.prorata.application.port.Tokens;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.simulation.PlanUseCases;
import io.prorata.application.tax.KnownScales;
import io.prorata.application.view.Tier;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.household.Member;
import io.prorata.domain.household.MemberKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A server on a free port of the loopback, and the requests that tests send it: over books in memory, or in the database with which the tests of
 * the whole run the same tests again.
 */
public final class WebServer implements AutoCloseable {

    /** When it is in these tests: in the middle of January 2024. */
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2024-01-15T12:00:00Z"), ZoneOffset.UTC);

    public static final OperatorSecret OPERATOR = OperatorSecret.draw(new SecureRandom());

    private final ConstructorInjection made = new ConstructorInjection();
    private final EmbeddedServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final TestBooks books = TestBooks.make(CLOCK);
    private final AtomicReference<Runnable> overtaking = new AtomicReference<>();

    public WebServer() {
        this(new ServerSettings(ServerSettings.LOOPBACK, -1));
    }

    public WebServer(ServerSettings settings) {
        this(settings, Map.of());
    }

    /** @param more settings that only tests have */
    public WebServer(ServerSettings settings, Map<String, Object> more) {
        var context = ApplicationContext.builder()
                .properties(settings.properties())
                .properties(more)
                .banner(false)
                .build();
        var features = new Features();
        context.registerSingleton(Clock.class, CLOCK);
        context.registerSingleton(Store.class, books.store());
        context.registerSingleton(Features.class, features);
        context.registerSingleton(OperatorSecret.class, OPERATOR);
        var tiers = new Tiers(List.of(new InMemoryViews(Tier.NEAR)), new InMemoryCalculations());
        var work = new OvertakenBooks(books.work(), overtaking);
        if (books.isOfProgram()) {
            context.registerSingleton(UnitOfWork.class, work);
            context.registerSingleton(Snapshots.class, books.snapshots());
            context.registerSingleton(HouseholdExports.class, books.exports());
            context.registerSingleton(Tiers.class, tiers);
            context.start();
        } else {
            context.start();
            compose(context, features, tiers, work);
        }
        server = context.getBean(EmbeddedServer.class).start();
    }

    /** What the program does itself. */
    private void compose(ApplicationContext context, Features features, Tiers tiers, UnitOfWork work) {
        made.with(Clock.class, CLOCK)
                .with(Snapshots.class, books.snapshots())
                .with(Store.class, books.store())
                .with(HouseholdExports.class, books.exports())
                .with(BankFiles.class, new BankFileReaders())
                .with(Features.class, features)
                .with(SecureRandom.class, new SecureRandom())
                .with(Executor.class, Executors.newVirtualThreadPerTaskExecutor())
                .with(Renderer.class, context.getBean(Renderer.class))
                .with(Tiers.class, tiers)
                .with(KnownScales.class, KnownScales.published())
                .with(
                        PlanUseCases.Maker.class,
                        copy -> new ConstructorInjection()
                                .with(Clock.class, CLOCK)
                                .with(UnitOfWork.class, copy)
                                .get(PlanUseCases.class));
        made.with(
                UnitOfWork.class,
                new NotifyingUnitOfWork(
                        new ClaimingUnitOfWork(work, CLOCK),
                        made.get(Warmer.class).start()));
        made.register(context);
    }

    /** Founds a household of two, {@code member1} and {@code member2}, in euros. */
    public HouseholdId found() {
        return found(new Household(
                "Home",
                Currency.getInstance("EUR"),
                ZoneId.of("Europe/Paris"),
                List.of(new Member(new MemberKey("member1"), "Ada"), new Member(new MemberKey("member2"), "Ben"))));
    }

    public HouseholdId found(Household household) {
        return new CreateHousehold(books.work()).create(Actor.COMMAND_LINE, household);
    }

    /** Issues a token and returns its secret. */
    public String token(HouseholdId household, Tokens.TokenScope scope) {
        return new IssueToken(books.work(), CLOCK, new SecureRandom())
                .issue(household, Actor.COMMAND_LINE, new IssueToken.Command("test", scope))
                .result()
                .secret()
                .text();
    }

    public UnitOfWork books() {
        return books.work();
    }

    /** Does {@code change} as soon as a request is about to write, which is after it was read. */
    void beforeTheNextWrite(Runnable change) {
        overtaking.set(change);
    }

    public ApplicationContext context() {
        return server.getApplicationContext();
    }

    public HttpResponse<String> get(String path, @Nullable String token, String... headers) {
        return send("GET", path, token, HttpRequest.BodyPublishers.noBody(), headers);
    }

    public HttpResponse<String> post(String path, @Nullable String token, String json, String... headers) {
        return json("POST", path, token, json, headers);
    }

    /** Sends JSON; every pointer of a problem has to lead to a place in it. */
    public HttpResponse<String> json(
            String method, String path, @Nullable String token, String json, String... headers) {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = "application/json";
        HttpResponse<String> answer = send(method, path, token, HttpRequest.BodyPublishers.ofString(json), all);
        String missing = SentPlaces.missing(method, json, answer.body());
        if (!missing.isEmpty()) {
            throw new AssertionError(method + " " + path + ": " + missing);
        }
        return answer;
    }

    /** Returns {@code path} with the household's last revision in the place of {@code LAST}. */
    private String withRevision(String path, @Nullable String token) {
        if (!path.contains("/LAST/")) {
            return path;
        }
        String revision =
                get("/household", token).headers().firstValue("X-Revision").orElse("none.1");
        return path.replace("LAST", revision.substring(revision.lastIndexOf('.') + 1));
    }

    public HttpResponse<String> send(
            String method, String path, @Nullable String token, HttpRequest.BodyPublisher body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(server.getURI() + withRevision(path, token)))
                .method(method, body);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public URI uri() {
        return server.getURI();
    }

    @Override
    public void close() {
        client.close();
        server.close();
        made.close();
        books.close();
    }
}
