package io.prorata.bootstrap.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.prorata.adapter.persistence.JooqStore;
import io.prorata.adapter.persistence.sqlite.DatabaseLock;
import io.prorata.adapter.persistence.sqlite.SqliteDatabase;
import io.prorata.adapter.persistence.transfer.JooqHouseholdExports;
import io.prorata.adapter.web.ServerSettings;
import io.prorata.adapter.web.access.OperatorSecret;
import io.prorata.application.access.IssueToken;
import io.prorata.application.cache.Features;
import io.prorata.application.port.Actor;
import io.prorata.application.port.StoreWatch;
import io.prorata.application.port.Tokens;
import io.prorata.bootstrap.command.Shell;
import io.prorata.bootstrap.composition.OpenBooks;
import io.prorata.bootstrap.composition.TierSettings;
import io.prorata.bootstrap.composition.TierStack;
import io.prorata.bootstrap.composition.UseCases;
import io.prorata.bootstrap.stack.StackRecorder;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.household.Member;
import io.prorata.domain.household.MemberKey;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a request makes the program do, the rings on the stack go inwards and out once, and never outwards again. */
class RingsOnTheStackTest {

    private static final List<String> READS = List.of(
            "/dashboard/summary/slim?month=2026-03",
            "/dashboard/summary/slim",
            "/dashboard/summary?month=2026-03",
            "/summary/enhanced?month=2026-03",
            "/dashboard/savings?month=2026-03",
            "/dashboard/expenses?month=2026-03",
            "/provisions/calculate/optimized?month=2026-03",
            "/transactions/hierarchy?month=2026-03",
            "/dashboard/drill-down/all?month=2026-03&level=transactions",
            "/analytics/categories/optimized?from=2026-01&to=2026-03",
            "/transactions/1",
            "/fixed-expenses",
            "/provisions",
            "/configs",
            "/household",
            "/category-mappings",
            "/imports",
            "/tokens",
            "/cache/stats",
            "/export");

    @TempDir
    private Path home;

    private final StackRecorder stacks = new StackRecorder();
    private SqliteDatabase database;
    private TierStack tiers;
    private ApplicationContext context;
    private Client client;

    @BeforeEach
    void start() {
        Path file = home.resolve("books.db");
        database = SqliteDatabase.own(file, DatabaseLock.of(file));
        var work = OpenBooks.in(database, Shell.MID_MARCH);
        tiers = TierStack.open(database, TierSettings.USUAL, Shell.MID_MARCH);
        context = Server.context(
                new ServerSettings(ServerSettings.LOOPBACK, -1),
                work,
                tiers.snapshots(work, Optional.empty()),
                new JooqStore(database),
                new JooqHouseholdExports(database),
                stacks.caches(tiers.tiers()),
                new Features(),
                Shell.MID_MARCH,
                OperatorSecret.draw(new SecureRandom()));
        database.tell(stacks.statements(context.getBean(StoreWatch.class)));
        UseCases useCases = UseCases.over(work, Shell.MID_MARCH);
        HouseholdId household = useCases.household()
                .createHousehold()
                .create(
                        Actor.COMMAND_LINE,
                        new Household(
                                "Ours",
                                Currency.getInstance("EUR"),
                                ZoneId.of("Europe/Paris"),
                                List.of(new Member(new MemberKey("x"), "X"))));
        String token = useCases.access()
                .issueToken()
                .issue(household, Actor.COMMAND_LINE, new IssueToken.Command("test", Tokens.TokenScope.ADMIN))
                .result()
                .secret()
                .text();
        client = new Client(context.getBean(EmbeddedServer.class).start().getURI(), token);
        stacks.take();
        stacks.faults();
    }

    @AfterEach
    void stop() {
        client.close();
        context.close();
        tiers.close();
        database.close();
    }

    private void record() throws IOException, InterruptedException {
        HttpResponse<String> answer = client.post(
                "/transactions",
                "{\"date\": \"2026-03-02\", \"label\": \"Market\", \"amount\": \"-1\", \"category\": \"Food\"}");
        assertEquals(201, answer.statusCode(), answer.body());
    }

    @Test
    void aReadGoesInAndOutOnce() throws IOException, InterruptedException {
        record();
        stacks.take();
        stacks.faults();
        for (String path : READS) {
            for (String tag : List.of("\"none\"", "*")) {
                // Cold, then known and kept, then known and cold.
                for (int i = 0; i < 2; i++) {
                    HttpResponse<String> answer =
                            client.send("GET", path, new byte[0], "If-None-Match", tag, "Accept", "*/*");
                    assertTrue(Set.of(200, 304).contains(answer.statusCode()), path + ": " + answer.body());
                }
                client.send("DELETE", "/dashboard/cache/invalidate", new byte[0], "Accept", "*/*");
            }
            client.get(path);
        }
        assertEquals(Set.of(), stacks.faults());
        var seen = stacks.take();
        assertEquals(
                Set.of("statement", "rendering", "cache NEAR", "cache TABLE", "cache of calculations"), seen.keySet());
        assertTrue(
                seen.getOrDefault("statement", Set.of()).contains("web > application > persistence"), seen.toString());
        assertTrue(seen.getOrDefault("rendering", Set.of()).contains("web > application"), seen.toString());
    }

    @Test
    void aRefusedReadGoesInAndOutOnce() throws IOException, InterruptedException {
        assertEquals(
                404,
                client.get("/transactions/subcategories?month=2026-03&category=Nobody")
                        .statusCode());
        assertEquals(404, client.get("/transactions/99").statusCode());
        assertEquals(Set.of(), stacks.faults());
        assertTrue(stacks.take().containsKey("statement"));
    }

    /** A request that writes. */
    private record Write(String method, String path, String body) {}

    private static final List<Write> WRITES = List.of(
            new Write(
                    "POST",
                    "/configs",
                    "{\"from\": \"2026-01\", \"members\": [{\"member\": \"x\", \"net\": \"1000\"}]}"),
            new Write(
                    "POST",
                    "/fixed-expenses",
                    "{\"label\": \"Rent\", \"category\": \"Home\", \"amount\": \"1\", \"frequency\": \"monthly\"}"),
            new Write("PATCH", "/fixed-expenses/1", "{\"label\": \"The rent\"}"),
            new Write("POST", "/provisions", "{\"name\": \"Car\", \"base\": {\"mode\": \"fixed\", \"amount\": \"1\"}}"),
            new Write("POST", "/provisions/1/contributions", "{\"date\": \"2026-03-05\", \"amount\": \"1\"}"),
            new Write(
                    "POST",
                    "/transactions",
                    "{\"date\": \"2026-03-02\", \"label\": \"Market\", \"amount\": \"-1\", \"category\": \"Food\"}"),
            new Write("PATCH", "/transactions/1", "{\"label\": \"Fair\"}"),
            new Write("POST", "/transactions/changes", "{\"filter\": {}, \"set\": {\"category\": \"Other\"}}"),
            new Write(
                    "PUT",
                    "/category-mappings",
                    "{\"rules\": [{\"category\": \"Food\", \"expense_type\": \"VARIABLE\"}]}"),
            new Write("PATCH", "/household", "{\"name\": \"Theirs\"}"),
            new Write("DELETE", "/transactions/1", ""));

    private HttpResponse<String> send(Write write, String... headers) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("Content-Type", "application/json", "If-Match", "*"));
        all.addAll(List.of(headers));
        return client.send(
                write.method(),
                write.path(),
                write.body().getBytes(StandardCharsets.UTF_8),
                all.toArray(String[]::new));
    }

    @Test
    void aWriteGoesInAndOutOnce() throws IOException, InterruptedException {
        for (Write write : WRITES) {
            HttpResponse<String> answer = send(write);
            assertTrue(answer.statusCode() < 300, write + ": " + answer.body());
        }
        assertEquals(Set.of(), stacks.faults());
        assertTrue(stacks.take()
                .getOrDefault("statement", Set.of())
                .contains("web > application > persistence > application > persistence"));
    }

    @Test
    void aWriteUnderAKeyGoesInAndOutOnce() throws IOException, InterruptedException {
        for (int time = 0; time < 2; time++) {
            HttpResponse<String> answer = send(WRITES.get(5), "Idempotency-Key", "mine");
            assertEquals(201, answer.statusCode(), answer.body());
        }
        assertEquals(Set.of(), stacks.faults());
        assertTrue(stacks.take().containsKey("statement"));
    }
}
