package io.prorata.bootstrap.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.prorata.adapter.persistence.sqlite.DatabaseLock;
import io.prorata.adapter.web.ServerSettings;
import io.prorata.bootstrap.command.Shell.Ended;
import io.prorata.bootstrap.server.Server;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command line says: the cause by its name, the way out, and options as they are written there. */
class MessagesTest {

    @TempDir
    private Path home;

    private Shell shell;

    @BeforeEach
    void found() {
        shell = new Shell(home);
        shell.must("household", "create", "--name", "Ours", "--currency", "EUR", "--zone", "UTC", "--member", "x=X");
    }

    /** As {@code PRORATA_REDIS=} in the file of a service leaves it. */
    @Test
    void aVariableThatIsSetToNothingCountsAsNotSet() {
        String listed = shell.must("household", "list").out();
        Shell empty = shell;
        for (String variable : List.of(
                "PRORATA_DATABASE",
                "PRORATA_HOST",
                "PRORATA_PORT",
                "PRORATA_REDIS",
                "PRORATA_REDIS_CA",
                "PRORATA_NEAR_MIB",
                "PRORATA_TABLE_MIB",
                "PRORATA_SLOW",
                "PRORATA_ACCESS_LOG",
                "XDG_DATA_HOME")) {
            empty = empty.with(variable, "");
        }
        assertEquals(listed, empty.must("household", "list").out());
        assertTrue(empty.must("warm", "--months", "1").out().contains("are warm"));
        // All that serve reads of its options, up to the port, which is taken last.
        Ended served = empty.run("serve", "--port", "70000");
        assertTrue(served.err().contains("There is no port 70000"), served.err());
        assertTrue(shell.with("PRORATA_NEAR_MIB", "x").run("warm").err().contains("--near-mib"));
    }

    @Test
    void aBackupIntoAFolderThatIsNotThereAsksWhetherThatIsMeant() {
        String file = home.resolve("bakcups/one.db").toString();
        Ended refused = shell.run("backup", file);
        assertEquals(ExitCode.USAGE, refused.code());
        assertEquals(
                "There is no folder " + home.resolve("bakcups")
                        + ". Add --create-folders to make it, or name a file in a folder that is there.",
                refused.err().strip());
        assertFalse(Files.exists(home.resolve("bakcups")));

        shell.must("backup", file, "--create-folders");
        String elsewhere = home.resolve("deep/er/books.db").toString();
        assertEquals(
                ExitCode.USAGE,
                shell.run("restore", file, "--database", elsewhere).code());
        assertFalse(Files.exists(home.resolve("deep")));
        shell.must("restore", file, "--database", elsewhere, "--create-folders");
        assertEquals(
                shell.must("household", "list").out(),
                shell.must("household", "list", "--database", elsewhere).out());
    }

    /** A server that starts has the database, and has not said yet where it answers. */
    @Test
    void aCommandWaitsForAServerThatIsStarting() throws InterruptedException {
        String listed = shell.must("household", "list").out();
        var taken = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var served = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        Thread starting = Thread.ofPlatform().start(() -> {
            try (DatabaseLock _ = DatabaseLock.of(shell.database())) {
                taken.countDown();
                await(go);
            }
            try (Server _ =
                    Server.start(shell.database(), new ServerSettings(ServerSettings.LOOPBACK, -1), Shell.MID_MARCH)) {
                served.countDown();
                await(done);
            }
        });
        await(taken);
        Thread.ofPlatform().start(() -> {
            // Not before the command has begun to wait; if it does not, it is refused before this.
            try {
                Thread.sleep(300);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            go.countDown();
        });
        Ended waited = shell.run("household", "list");
        assertEquals(ExitCode.OK, waited.code(), waited.toString());
        assertEquals(listed, waited.out());
        assertTrue(waited.err().startsWith("Waiting for the process that is opening "), waited.err());
        await(served);
        assertEquals("", shell.must("household", "list").err());
        assertTrue(shell.must("features", "list").out().contains("near-tier"));
        done.countDown();
        starting.join();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void optionsAreNamedAsTheCommandLineWritesThem() throws IOException, InterruptedException {
        Path file = Files.writeString(home.resolve("march.csv"), "Date;Label;Amount\n2026-03-06;Bread;-2,00\n");
        shell.must("import", file.toString());
        editTheFirstRow();
        Ended locally = shell.run("imports", "undo", "1");
        Ended wrongOption = shell.run("import", file.toString(), "--date-format", "zzz");
        Ended ambiguous = shell.run(
                "import",
                Files.writeString(home.resolve("a.csv"), "Date;Label;Amount\n01/02/2026;x;1\n")
                        .toString());
        try (Server _ =
                Server.start(shell.database(), new ServerSettings(ServerSettings.LOOPBACK, -1), Shell.MID_MARCH)) {
            assertEquals(locally, shell.run("imports", "undo", "1"));
            assertEquals(wrongOption, shell.run("import", file.toString(), "--date-format", "zzz"));
        }
        assertTrue(locally.err().contains("--force undoes it all the same"), locally.err());
        assertTrue(wrongOption.err().startsWith("--date-format: 'zzz' will not do"), wrongOption.err());
        assertTrue(ambiguous.err().contains("Settle it with --date-format"), ambiguous.err());
        for (Ended ended : List.of(locally, wrongOption, ambiguous)) {
            assertFalse(ended.err().matches("(?s).*([a-z]+_[a-z]+|=true|\"/).*"), ended.err());
        }
    }

    private void editTheFirstRow() throws IOException, InterruptedException {
        String token = shell.must("token", "create", "--name", "edit").out().strip();
        try (Server server = Server.start(
                        shell.database(), new ServerSettings(ServerSettings.LOOPBACK, -1), Shell.MID_MARCH);
                HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest edit = HttpRequest.newBuilder(server.address().resolve("/transactions/1"))
                    .method("PATCH", HttpRequest.BodyPublishers.ofString("{\"category\": \"Food\"}"))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/merge-patch+json")
                    .header("If-Match", "*")
                    .build();
            assertEquals(
                    200,
                    client.send(edit, HttpResponse.BodyHandlers.discarding()).statusCode());
        }
    }

    @Test
    void alternativesAreNamedInSmallLetters() {
        Ended scope = shell.run("token", "create", "--name", "x", "--scope", "all");
        Ended log = shell.run("serve", "--access-log", "xml");
        assertTrue(scope.err().contains("'all' is none of read, write, admin"), scope.err());
        assertTrue(log.err().contains("'xml' is none of off, text, json"), log.err());
        assertEquals(
                ExitCode.OK,
                shell.run("token", "create", "--name", "x", "--scope", "READ").code());
    }

    /** SQLite is unpacked into the temporary folder and executed there. */
    @Test
    void aTemporaryFolderThatCannotBeExecutedFromIsNamed() throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Path mounted = Files.createDirectory(home.resolve("noexec"));
        Process process = new ProcessBuilder(
                        "unshare",
                        "--user",
                        "--map-root-user",
                        "--mount",
                        "sh",
                        "-c",
                        "mount -t tmpfs -o noexec tmpfs \"$1\" || exit 99; shift; exec \"$@\"",
                        "sh",
                        mounted.toString(),
                        java,
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.io.tmpdir=" + mounted,
                        "-Duser.home=" + home,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.prorata.bootstrap.Main",
                        "household",
                        "list")
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        assumeTrue(
                code != 99 && !said.contains("unshare"), "this system lets nobody mount a folder with noexec: " + said);
        assertEquals(ExitCode.UNAVAILABLE, code, said);
        assertEquals(
                "SQLite cannot be loaded: it is unpacked into the temporary folder " + mounted
                        + ", from which nothing can be executed: it is mounted with noexec. Name a folder of your own,"
                        + " with PRORATA_JAVA_OPTIONS=-Djava.io.tmpdir=FOLDER or java -Djava.io.tmpdir=FOLDER.",
                said.strip());
    }
}
