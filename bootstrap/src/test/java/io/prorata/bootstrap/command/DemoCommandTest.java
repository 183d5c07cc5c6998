package io.prorata.bootstrap.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
        try (var demo = new RunningProgram(home, "demo", "--port", "0")) {
            demo.await("Ctrl-C stops it");
            List<String> requests = requestsOf(demo);
            assertEquals(3, requests.size(), demo.said().toString());

            JsonNode before = answer(requests.get(0));
            JsonNode provisions = answer(requests.get(1));
            JsonNode recorded = answer(requests.get(2));
            JsonNode after = answer(requests.get(0));

            assertEquals(
                    before.at("/summary/total_provisions").asText(),
                    provisions.at("/totals/monthly_amount").asText());
            assertEquals("-4.20", recorded.path("amount").asText());
            assertEquals(cents(before, "total_variable") + 420, cents(after, "total_variable"));
            assertEquals(cents(before, "total_expenses") + 420, cents(after, "total_expenses"));
            // The dashboard on the terminal and the one over HTTP are one dashboard.
            assertEquals(toPay(demo.said()), cents(before, "total_expenses"));

            // 143: ended by SIGTERM, after everything was closed.
            assertEquals(143, demo.stop());
            demo.await("Stopped.");
        }
        try (Stream<Path> left = Files.list(home.resolve(".local/share/prorata/demo"))) {
            List<String> names = left.map(path -> path.getFileName().toString()).toList();
            assertTrue(
                    names.stream().noneMatch(name -> name.endsWith("-wal") || name.endsWith(".owner")),
                    names::toString);
        }
    }

    @Test
    void whatWasTriedOutStaysUntilFreshBooksAreWanted() throws IOException, InterruptedException {
        assumeTrue(isThere("curl"), "the requests are for curl, which is not on the PATH");
        String firstToken;
        long first;
        try (var demo = new RunningProgram(home, "demo", "--port", "0")) {
            demo.await("Ctrl-C stops it");
            first = toPay(demo.said());
            firstToken = tokenOf(demo);
            answer(requestsOf(demo).get(2));
            demo.stop();
        }
        try (var demo = new RunningProgram(home, "demo", "--port", "0")) {
            demo.await("Ctrl-C stops it");
            assertEquals(first + 420, toPay(demo.said()));
            assertFalse(demo.said().contains("Making three years of a sample household ..."));
            assertNotEquals(firstToken, tokenOf(demo));
            String withOldToken = requestsOf(demo).get(0).replace(tokenOf(demo), firstToken);
            assertEquals(401, answer(withOldToken).path("status").asInt());
            demo.stop();
        }
        try (var demo = new RunningProgram(home, "demo", "--port", "0", "--fresh")) {
            demo.await("Ctrl-C stops it");
            assertEquals(first, toPay(demo.said()));
            demo.stop();
        }
    }

    @Test
    void aSecondDemoSaysWhereTheFirstIs() throws IOException, InterruptedException {
        try (var demo = new RunningProgram(home, "demo", "--port", "0")) {
            String address = demo.await("Prorata answers at").replace("Prorata answers at ", "");
            demo.await("Ctrl-C stops it");
            try (var second = new RunningProgram(home, "demo", "--port", "0")) {
                assertEquals(ExitCode.USAGE, second.ended());
                assertTrue(
                        second.said().getFirst().startsWith("The demo is running already, at " + address),
                        second.said().toString());
            }
        }
    }

    @Test
    void aPortThatIsTakenIsNamed() throws IOException, InterruptedException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var demo = new RunningProgram(home, "demo", "--port", Integer.toString(taken.getLocalPort()))) {
            assertEquals(ExitCode.UNAVAILABLE, demo.ended());
            String said = demo.said().getLast();
            assertTrue(said.contains("Cannot listen at 127.0.0.1:" + taken.getLocalPort()), said);
            assertTrue(said.contains("--port"), said);
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
                line.replaceFirst("To pay +", "").replaceFirst(" {2}.*", "").replaceAll("[ .]", ""));
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
