package io.prorata.bootstrap.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import io.micronaut.json.JsonMapper;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.jackson.JacksonJsonMapper;
import io.prorata.adapter.persistence.JooqViews;
import io.prorata.adapter.web.build.CodeHash;
import io.prorata.adapter.web.build.CodeVersion;
import io.prorata.application.query.ViewQuery.View;
import io.prorata.bootstrap.freshness.Redis;
import io.prorata.domain.money.Money;
import io.prorata.domain.money.Rate;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An upgrade of which a formula or a view is another: no tier shows what the code of before computed, and no tag stands for both. */
class OtherCodeTest {

    private static final String SLIM = "/dashboard/summary/slim?month=2026-03";
    private static final String BILL = "/fixed-expenses/1";
    private static final String BILLS = "/fixed-expenses?month=2026-03";

    @TempDir
    private Path home;

    @TempDir
    private Path overlays;

    private record Seen(String tag, String body, String cache) {}

    private String token = "";

    @Test
    void theVersionIsTheHashOfTheClassesThatRun() throws IOException {
        assertEquals(CodeHash.text(CodeHash.of(code(), libraries())), CodeHash.text(CodeVersion.CURRENT));
    }

    @Test
    void aChangedFormulaAndAChangedViewRetireWhatIsKeptInEveryTier() throws IOException, InterruptedException {
        var shell = new Shell(home);
        shell.must("household", "create", "--name", "Ours", "--currency", "EUR", "--member", "x=X");
        token = shell.must("token", "create", "--name", "test").out().strip();
        // 12.5 % of 1 000.01 are 125.00125.
        Path formula = overlay("formula", Rate.class.getName(), "HALF_UP", "CEILING");
        Path view = overlay(
                "view",
                "io.prorata.adapter.web.rendering.fragment.Links",
                "/dashboard/provisions/details",
                "/dashboard/provisions/detailz");

        Path formulaHome = overlays.resolve("formula-home");
        Path viewHome = overlays.resolve("view-home");
        try (Redis redis = new Redis("64mb")) {
            Seen before;
            Seen bill;
            Seen bills;
            try (var server = serve(home, redis, List.of())) {
                URI address = address(server);
                enter(address);
                assertEquals("miss", get(address, SLIM, "").cache());
                before = get(address, SLIM, "");
                assertEquals("near", before.cache());
                shell.must("features", "off", "near-tier");
                assertEquals("far", get(address, SLIM, "").cache());
                shell.must("features", "off", "far-tier");
                assertEquals("table", get(address, SLIM, "").cache());
                bill = get(address, BILL, "");
                bills = get(address, BILLS, "");
                server.stop();
            }
            copy(formulaHome);
            copy(viewHome);
            for (var changed : List.of(List.of(formula, formulaHome), List.of(view, viewHome))) {
                try (var server = serve(changed.get(1), redis, List.of(changed.get(0)))) {
                    URI address = address(server);
                    Seen after = get(address, SLIM, before.tag());
                    assertEquals("miss", after.cache(), "neither far nor table has it for " + changed);
                    assertNotEquals(before.tag(), after.tag());
                    assertNotEquals(before.body(), after.body());
                    assertNotEquals(bill.tag(), get(address, BILL, bill.tag()).tag());
                    assertNotEquals(
                            bills.tag(), get(address, BILLS, bills.tag()).tag());
                }
            }
        }
    }

    /** Copies the books as the server of before has left them. */
    private void copy(Path to) throws IOException {
        Path database = new Shell(home).database();
        Path copy = new Shell(to).database();
        Files.createDirectories(copy.resolveSibling(""));
        Files.copy(database, copy);
    }

    private static RunningProgram serve(Path home, Redis redis, List<Path> first) throws IOException {
        return new RunningProgram(home, first, "serve", "--port", "0", "--redis", redis.address());
    }

    private static URI address(RunningProgram server) {
        String said = server.await("Prorata answers at http://127.0.0.1:");
        return URI.create(said.replaceAll(".*(http://127\\.0\\.0\\.1:[0-9]+).*", "$1"));
    }

    private void enter(URI address) throws IOException, InterruptedException {
        post(address, "/configs", """
                {"from": "2026-03", "members": [{"member": "x", "gross": "1000.01", "tax_rate": "0"}]}""");
        post(address, "/provisions", """
                {"name": "Holidays", "from": "2026-03", "base": {"mode": "total", "percentage": "12.5"}}""");
        post(address, "/fixed-expenses", """
                {"label": "Rent", "category": "Home", "amount": "1", "frequency": "monthly", "from": "2026-03"}""");
    }

    private void post(URI address, String path, String json) throws IOException, InterruptedException {
        HttpResponse<String> response = send(HttpRequest.newBuilder(address.resolve(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
        assertEquals(201, response.statusCode(), response.body());
    }

    /** Asks for what is not the one of {@code knownTag}: 200, or the test ends here. */
    private Seen get(URI address, String path, String knownTag) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address.resolve(path));
        if (!knownTag.isEmpty()) {
            request.header("If-None-Match", knownTag);
        }
        HttpResponse<String> response = send(request);
        assertEquals(200, response.statusCode(), path + ": " + response.body());
        return new Seen(
                response.headers().firstValue("ETag").orElseThrow(),
                response.body(),
                response.headers().firstValue("X-Cache").orElse(""));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.header("Authorization", "Bearer " + token).build(), BodyHandlers.ofString());
        }
    }

    /** Makes a folder with one class that says {@code other} where it said {@code text}, and with the version that a build would make. */
    private Path overlay(String name, String type, String text, String other) throws IOException {
        Path folder = overlays.resolve(name);
        String file = type.replace('.', '/') + ".class";
        byte[] changed;
        try (InputStream in = getClass().getClassLoader().getResourceAsStream(file)) {
            String bytes = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.ISO_8859_1);
            assertTrue(bytes.contains(text) && text.length() == other.length(), type + " says " + text);
            changed = bytes.replace(text, other).getBytes(StandardCharsets.ISO_8859_1);
        }
        Files.createDirectories(folder.resolve(file).resolveSibling(""));
        Files.write(folder.resolve(file), changed);
        List<Path> code = new ArrayList<>(List.of(folder));
        code.addAll(code());
        Path version = folder.resolve("META-INF/prorata/code-version");
        Files.createDirectories(version.resolveSibling(""));
        Files.writeString(version, CodeHash.text(CodeHash.of(code, libraries())));
        return folder;
    }

    private static List<Path> code() {
        return List.of(
                CodeHash.homeOf(Money.class),
                CodeHash.homeOf(View.class),
                CodeHash.homeOf(CodeHash.class),
                CodeHash.homeOf(JooqViews.class));
    }

    private static List<Path> libraries() {
        return List.of(
                CodeHash.homeOf(JsonFactory.class),
                CodeHash.homeOf(JsonMapper.class),
                CodeHash.homeOf(ObjectMapper.class),
                CodeHash.homeOf(JacksonJsonMapper.class));
    }
}
