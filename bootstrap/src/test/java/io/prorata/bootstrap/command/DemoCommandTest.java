package io.prorata.bootstrap.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.prorata.bootstrap.command.Shell.Ended;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo in a process of its own, and its requests as they are printed. */
class DemoCommandTest {

    @TempDir
    private Path home;

    @Test
    void whatTheDemoPrintsWorksAsItIs() throws IOException, InterruptedException {
        assumeTrue(isThere("curl"), "the requests are for curl, which is not on the PATH");
        String token;
        JsonNode before;
        JsonNode after;
        try (var demo = new RunningProgram(home, "demo", "--port", "0")) {
            String address = demo.await("Prorata answers at").replace("Prorata answers at ", "");
            demo.await("Ctrl-C stops it");
            token = tokenOf(demo);
            List<String> requests = requestsOf(demo);
            assertEquals(3, requests.size(), demo.said().toString());

            before = answer(requests.get(0));
            JsonNode provisions = answer(requests.get(1));
            JsonNode recorded = answer(requests.get(2));
            after = answer(requests.get(0));

            assertEquals(
                    before.at("/summary/total_provisions").asText(),
                    provisions.at("/totals/monthly_amount").asText());
            assertEquals("-4.20", recorded.path("amount").asText());
            assertEquals(cents(before, "total_variable") + 420, cents(after, "total_variable"));
            assertEquals(cents(before, "total_expenses") + 420, cents(after, "total_expenses"));
            // The dashboard on the terminal and the one over HTTP are one dashboard.
            assertEquals(toPay(demo.said()), cents(before, "total_expenses"));

            Ended second = new Shell(home).now().run("demo");
            assertEquals(ExitCode.USAGE, second.code());
            assertTrue(second.err().startsWith("The demo is running already, at " + address), second.err());

            // 143: ended by SIGTERM, after everything was closed.
            assertEquals(143, demo.stop());
            demo.await("Stopped.");
        }
        try (Stream<Path> left = Files.list(books())) {
            List<String> names = left.map(path -> path.getFileName().toString()).toList();
            assertTrue(
                    names.stream().noneMatch(name -> name.endsWith("-wal") || name.endsWith(".owner")),
                    names::toString);
        }

        try (var again = new RunningProgram(home, "demo", "--port", "0")) {
            again.await("Ctrl-C stops it");
            assertEquals(cents(after, "total_expenses"), toPay(again.said()), "what was tried out stays");
            assertFalse(again.said().contains("Making three years of a sample household ..."));
            String withOldToken = requestsOf(again).getFirst().replace(tokenOf(again), token);
            assertEquals(401, answer(withOldToken).path("status").asInt());
            again.stop();
        }
        try (var fresh = new RunningProgram(home, "demo", "--port", "0", "--fresh")) {
            fresh.await("Ctrl-C stops it");
            assertEquals(cents(before, "total_expenses"), toPay(fresh.said()), "fresh books know nothing of it");
            fresh.stop();
        }
    }

    private Path books() {
        return home.resolve(".local/share/prorata/demo");
    }

    @Test
    void aPortThatIsTakenIsNamed() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ended ended = new Shell(home).run("demo", "--port", Integer.toString(taken.getLocalPort()));

            assertEquals(ExitCode.UNAVAILABLE, ended.code());
            assertTrue(ended.err().contains("Cannot listen at 127.0.0.1:" + taken.getLocalPort()), ended.err());
            assertTrue(ended.err().contains("--port"), ended.err());
        }
    }

    private static List<String> requestsOf(RunningProgram demo) {
        return demo.said().stream().filter(line -> line.startsWith("curl ")).toList();
    }

    private static String tokenOf(RunningProgram demo) {
        return demo.said().stream()
                .filter(line -> line.startsWith("Token "))
                .findFirst()
                .orElseThrow()
                .replaceAll(".* ", "");
    }

    /** What is to pay this month by the terminal's dashboard, in cents. */
    private static long toPay(List<String> said) {
        String line = said.stream()
                .filter(candidate -> candidate.startsWith("To pay "))
                .findFirst()
                .orElseThrow();
        // Columns are two spaces apart, thousands one.
        return Long.parseLong(
                line.replaceFirst("To pay +", "").replaceFirst(" {2}.*", "").replaceAll("[ ,.]", ""));
    }

    private static long cents(JsonNode slim, String figure) {
        return Long.parseLong(slim.path("summary").path(figure).asText().replace(".", ""));
    }

    private static JsonNode answer(String request) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("sh", "-c", request).start();
        String body = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, shell.waitFor(), request);
        return new ObjectMapper().readTree(body);
    }

    private static boolean isThere(String program) throws InterruptedException {
        try {
            return new ProcessBuilder(program, "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
