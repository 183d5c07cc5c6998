package io.prorata.bootstrap.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.adapter.web.ServerSettings;
import io.prorata.bootstrap.command.Shell.Ended;
import io.prorata.bootstrap.server.Server;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A household is deleted by its operator, after a backup, with its name typed; the others stay as they are. */
class DeleteHouseholdTest {

    /** In every name of the household that is deleted, and nowhere else. */
    private static final String SECRET = "Xanadu";

    @TempDir
    private Path home;

    private Shell shell;

    @BeforeEach
    void found() {
        shell = new Shell(home);
        found("Ours");
        found(SECRET);
    }

    private void found(String name) {
        shell.must(
                "household", "create", "--name", name, "--currency", "EUR", "--zone", "UTC", "--member", "x=" + name);
    }

    private Server serve() {
        return Server.start(shell.database(), new ServerSettings(ServerSettings.LOOPBACK, -1), Shell.MID_MARCH);
    }

    private String token(String household) {
        return shell.must("token", "create", "--household", household, "--name", "phone", "--scope", "admin")
                .out()
                .strip();
    }

    private Ended delete(String backup, String... more) {
        return shell.run(Shell.join(
                new String[] {
                    "household", "delete", "--backup", home.resolve(backup).toString()
                },
                more));
    }

    /** Lets a household live for a while, so that every table has rows of it and every tier a document. */
    private void live(HttpClient client, Server server, String token, String name)
            throws IOException, InterruptedException {
        String line = "{\"date\": \"2026-03-05\", \"label\": \"" + name
                + " market\", \"amount\": \"-1\", \"category\": \"" + name + "\"}";
        for (List<String> one : List.of(
                List.of("/configs", "{\"from\": \"2026-01\", \"members\": [{\"member\": \"x\", \"net\": \"1000\"}]}"),
                List.of(
                        "/fixed-expenses",
                        "{\"label\": \"" + name
                                + "\", \"category\": \"Home\", \"amount\": \"5\", \"frequency\": \"monthly\","
                                + " \"split\": {\"mode\": \"member\", \"member\": \"x\"}}"),
                List.of(
                        "/provisions",
                        "{\"name\": \"" + name
                                + "\", \"base\": {\"mode\": \"fixed\", \"amount\": \"5\"}, \"split\": {\"mode\":"
                                + " \"member\", \"member\": \"x\"}}"),
                List.of("/provisions/1/contributions", "{\"date\": \"2026-03-05\", \"amount\": \"5\"}"),
                List.of("/transactions", line))) {
            assertEquals(
                    201,
                    post(client, server, token, one.get(0), one.get(1), "application/json")
                            .statusCode(),
                    one.get(0));
        }
        HttpResponse<String> imported = post(
                client,
                server,
                token,
                "/imports",
                "Date;Label;Amount\n2026-03-06;" + name + " bread;-2,00\n",
                "text/csv");
        assertEquals(201, imported.statusCode(), imported.body());
        for (String view : List.of(
                "/dashboard/summary/slim",
                "/summary/enhanced",
                "/analytics/categories/optimized?from=2024-01&to=2026-03")) {
            assertEquals(200, get(client, server, token, view).statusCode());
        }
    }

    @Test
    void throughTheServerItIsGoneFromEveryTierAndTheOthersStay()
            throws IOException, InterruptedException, SQLException {
        try (Server server = serve();
                HttpClient client = HttpClient.newHttpClient()) {
            String ours = token("1");
            String theirs = token("2");
            live(client, server, ours, "Ours");
            live(client, server, theirs, SECRET);
            String before = get(client, server, ours, "/summary/enhanced").body();

            Ended deleted = delete("copy.db", "--household", "2", "--name", SECRET);
            assertEquals(ExitCode.OK, deleted.code(), deleted.toString());
            assertTrue(deleted.out().startsWith("Deleted the household 2, " + SECRET), deleted.out());

            assertEquals(401, get(client, server, theirs, "/summary/enhanced").statusCode());
            assertEquals(before, get(client, server, ours, "/summary/enhanced").body());
            assertFalse(shell.must("household", "list").out().contains(SECRET));
            assertFalse(shell.must("warm", "--months", "1").out().contains(SECRET));
        }
        assertEquals(ExitCode.OK, shell.run("verify").code());
        assertEquals(List.of(), tablesWith(2));
        assertTrue(tablesWith(1).size() > 15, tablesWith(1).toString());
        assertFalse(contents(shell.database()).contains(SECRET), "what was deleted is overwritten too");
        found("Next");
        assertTrue(
                shell.must("household", "list").out().lines().anyMatch(line -> line.startsWith(" 3  Next")),
                "an id is given once");

        shell.must(
                "restore",
                home.resolve("copy.db").toString(),
                "--database",
                home.resolve("old.db").toString());
        assertTrue(shell.must(
                        "household",
                        "list",
                        "--database",
                        home.resolve("old.db").toString())
                .out()
                .contains(SECRET));
    }

    @Test
    void withoutAServerItIsTheSame() {
        Ended deleted = delete("copy.db", "--household", "2", "--name", SECRET);
        assertEquals(ExitCode.OK, deleted.code(), deleted.toString());
        assertTrue(shell.must("household", "list").out().contains("Ours"));
        assertFalse(shell.must("household", "list").out().contains(SECRET));
        assertEquals(ExitCode.OK, shell.run("verify").code());
    }

    @Test
    void anotherNameAnotherNumberAndNoBackupDeleteNothing() throws IOException {
        Files.writeString(home.resolve("there.db"), "Dear all,");
        for (Ended refused : List.of(
                delete("copy.db", "--household", "1", "--name", SECRET),
                delete("copy.db", "--household", "2", "--name", SECRET.toLowerCase(java.util.Locale.ROOT)),
                delete("copy.db", "--household", "7", "--name", SECRET),
                delete("copy.db", "--name", SECRET),
                delete("copy.db", "--household", "2"),
                delete("nowhere/copy.db", "--household", "2", "--name", SECRET),
                delete("there.db", "--household", "2", "--name", SECRET),
                shell.run("household", "delete", "--household", "2", "--name", SECRET))) {
            assertTrue(refused.code() == ExitCode.USAGE || refused.code() == ExitCode.UNAVAILABLE, refused.toString());
        }
        assertTrue(shell.must("household", "list").out().contains(SECRET));
        assertFalse(Files.exists(home.resolve("copy.db")));
        assertEquals("Dear all,", Files.readString(home.resolve("there.db")));
    }

    /** What was written after the backup would be in neither. */
    @Test
    void aHouseholdThatWasWrittenToSinceItsBackupStays() throws IOException, InterruptedException {
        try (Server server = serve();
                HttpClient client = HttpClient.newHttpClient()) {
            String secret = operatorSecret();
            URI stale = URI.create(server.address() + "/operator/households/2?name=" + SECRET + "&revision=9");
            HttpResponse<String> refused = client.send(
                    HttpRequest.newBuilder(stale)
                            .DELETE()
                            .header("Authorization", "Bearer " + secret)
                            .build(),
                    BodyHandlers.ofString());
            assertEquals(409, refused.statusCode(), refused.body());
            assertTrue(refused.body().contains("/problems/changed-since-backup"), refused.body());
            HttpResponse<String> household = client.send(
                    HttpRequest.newBuilder(stale)
                            .DELETE()
                            .header("Authorization", "Bearer " + token("2"))
                            .build(),
                    BodyHandlers.ofString());
            assertEquals(403, household.statusCode(), "no token of a household deletes one");
        }
        assertTrue(shell.must("household", "list").out().contains(SECRET));
    }

    private String operatorSecret() throws IOException {
        return Files.readAllLines(shell.database().resolveSibling("prorata.db.owner")).stream()
                .filter(line -> line.startsWith("secret="))
                .findFirst()
                .orElseThrow()
                .replace("secret=", "");
    }

    private static String contents(Path database) throws IOException {
        StringBuilder all = new StringBuilder();
        for (String suffix : List.of("", "-wal")) {
            Path file = database.resolveSibling(database.getFileName() + suffix);
            if (Files.exists(file)) {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }

    /** Returns the tables that have rows of a household: all there are, by what the database itself says. */
    private List<String> tablesWith(long household) throws SQLException {
        List<String> names = new ArrayList<>();
        List<String> found = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + shell.database());
                Statement statement = connection.createStatement()) {
            try (ResultSet tables = statement.executeQuery(
                    "SELECT m.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND"
                            + " c.name = 'household_id'")) {
                while (tables.next()) {
                    names.add(tables.getString(1));
                }
            }
            for (String name : names) {
                try (ResultSet rows =
                        statement.executeQuery("SELECT count(*) FROM " + name + " WHERE household_id = " + household)) {
                    if (rows.getLong(1) > 0) {
                        found.add(name);
                    }
                }
            }
        }
        return found;
    }

    private static HttpResponse<String> get(HttpClient client, Server server, String token, String path)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(server.address() + path))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(
            HttpClient client, Server server, String token, String path, String body, String type)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(server.address() + path))
                        .POST(BodyPublishers.ofString(body))
                        .header("Authorization", "Bearer " + token)
                        .header("Idempotency-Key", path)
                        .header("Content-Type", type)
                        .build(),
                BodyHandlers.ofString());
    }
}
