package io.prorata.bootstrap.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.adapter.web.ServerSettings;
import io.prorata.application.port.Tokens;
import io.prorata.bootstrap.command.Shell;
import io.prorata.bootstrap.command.Shell.Ended;
import io.prorata.bootstrap.demo.SampleHousehold;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A household moves from one machine to another by its export, and every dashboard there is the same to the byte. */
class ExportedHouseholdTest {

    private static final List<String> DASHBOARDS = List.of(
            "/dashboard/summary",
            "/dashboard/summary/slim",
            "/summary/enhanced",
            "/dashboard/savings",
            "/dashboard/expenses",
            "/dashboard/provisions/details",
            "/custom-provisions/summary",
            "/provisions/calculate/optimized",
            "/dashboard/categories/all",
            "/dashboard/drill-down/all",
            "/transactions/hierarchy",
            "/transactions/categories",
            "/transactions/subcategories",
            "/analytics/categories/optimized",
            "/transactions");

    @TempDir
    private Path home;

    private String token(Path books) {
        return new Shell(home)
                .with("PRORATA_DATABASE", books.toString())
                .must(
                        "token",
                        "create",
                        "--name",
                        "all",
                        "--scope",
                        Tokens.TokenScope.ADMIN.name().toLowerCase(java.util.Locale.ROOT))
                .out()
                .strip();
    }

    private static Server serve(Path books) {
        return Server.start(books, new ServerSettings(ServerSettings.LOOPBACK, -1), Shell.MID_MARCH);
    }

    private Map<String, String> shown(Server server, String token) throws IOException, InterruptedException {
        Map<String, String> answers = new LinkedHashMap<>();
        try (var client = new Client(server.address(), token)) {
            for (int back = 0; back < 14; back++) {
                YearMonth month = YearMonth.of(2026, 4).minusMonths(back);
                for (String path : DASHBOARDS) {
                    HttpResponse<String> answer = client.get(path + "?month=" + month);
                    assertEquals(200, answer.statusCode(), path + " " + answer.body());
                    answers.put(path + " " + month, answer.body());
                }
                answers.put(
                        "settlement",
                        client.get("/settlement?from=2025-06&to=2026-03").body());
            }
        }
        return answers;
    }

    private static void save(Server server, String token, String type, Path file, String path)
            throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<Path> saved = client.send(
                    HttpRequest.newBuilder(URI.create(server.address() + path))
                            .header("Authorization", "Bearer " + token)
                            .header("Accept", type)
                            .build(),
                    BodyHandlers.ofFile(file));
            assertEquals(200, saved.statusCode());
        }
    }

    @Test
    void everyDashboardIsTheSameToTheByte() throws IOException, InterruptedException {
        Path here = home.resolve("here.db");
        Path document = home.resolve("household.json");
        Path archive = home.resolve("household.zip");
        Path rows = home.resolve("rows.csv");
        Shell shell = new Shell(home).with("PRORATA_DATABASE", here.toString());
        try (Server server = serve(here)) {
            new SampleHousehold(server.work(), Shell.MID_MARCH).settle();
        }
        String token = token(here);
        Map<String, String> before;
        try (Server server = serve(here)) {
            before = shown(server, token);
            save(server, token, "application/json", document, "/export");
            save(server, token, "application/zip", archive, "/export");
            save(server, token, "text/csv", rows, "/transactions");
        }
        Ended again = shell.must("import", rows.toString());
        assertTrue(again.out().contains("Added       0\n"), again.out());

        for (Path file : List.of(document, archive)) {
            Path there = home.resolve(file.getFileName() + ".db");
            Ended made = new Shell(home)
                    .with("PRORATA_DATABASE", there.toString())
                    .must("household", "create", "--from", file.toString());
            assertTrue(made.err().contains("--household 1"), made.err());
            try (Server server = serve(there)) {
                assertEquals(before, shown(server, token(there, server)));
            }
        }
    }

    /** Made while the server runs, which the command goes through. */
    private String token(Path books, Server server) {
        assertTrue(server.address().isAbsolute());
        return token(books);
    }

    @Test
    void whatIsNoExportMakesNoHousehold() throws IOException {
        Path file = Files.writeString(home.resolve("other.json"), "{\"format\": \"something else\"}");
        Path books = home.resolve("books.db");
        Shell shell = new Shell(home).with("PRORATA_DATABASE", books.toString());

        Ended refused = shell.run("household", "create", "--from", file.toString());
        Ended both = shell.run("household", "create", "--from", file.toString(), "--name", "Ours");
        Ended none =
                shell.run("household", "create", "--from", home.resolve("none").toString());
        Ended nothing = shell.run("household", "create");

        assertEquals(1, refused.code(), refused.err());
        assertTrue(refused.err().contains("no export of a household"), refused.err());
        assertEquals(2, both.code());
        assertTrue(both.err().contains("--from has everything"), both.err());
        assertEquals(2, none.code());
        assertTrue(none.err().contains("There is no file"), none.err());
        assertEquals(2, nothing.code());
        assertTrue(nothing.err().contains("--member"), nothing.err());
    }
}
