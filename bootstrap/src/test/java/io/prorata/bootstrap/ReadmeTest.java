package io.prorata.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.prorata.adapter.web.ServerSettings;
import io.prorata.adapter.web.language.Language;
import io.prorata.bootstrap.command.Shell;
import io.prorata.bootstrap.demo.Demo;
import io.prorata.bootstrap.demo.DemoBooks;
import io.prorata.bootstrap.environment.TerminalWords;
import io.prorata.bootstrap.server.Server;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows is what the program says, on the day that the README shows. */
class ReadmeTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    @Test
    void theDemosMonthAndItsFirstAnswerAreReal() throws IOException, InterruptedException {
        Path file = DemoBooks.file(folder, Shell.MID_MARCH);
        var books = DemoBooks.open(file, false, Shell.MID_MARCH);
        try (Server server = Server.start(books, new ServerSettings(ServerSettings.LOOPBACK, -1), Shell.MID_MARCH);
                HttpClient client = HttpClient.newHttpClient()) {
            var demo = new Demo(server.work(), Shell.MID_MARCH);
            String token = demo.token();
            String answer = client.send(
                            HttpRequest.newBuilder(URI.create(server.address() + "/dashboard/summary/slim"))
                                    .header("Authorization", "Bearer " + token)
                                    .build(),
                            BodyHandlers.ofString())
                    .body();

            assertEquals(
                    String.join("\n", demo.month(TerminalWords.in(Language.EN))),
                    block("text"),
                    "the month on the terminal");
            var json = new ObjectMapper();
            assertEquals(
                    json.readTree(answer).toPrettyString(),
                    json.readTree(block("json")).toPrettyString(),
                    "the month over HTTP");
            assertTrue(readme().contains("/dashboard/summary/slim"), "the request that the answer belongs to");
        }
    }

    @Test
    void whatTheReadmeLeadsToIsThere() throws IOException {
        Matcher links = Pattern.compile("\\]\\(([^)#:]+)\\)").matcher(readme());
        int found = 0;
        while (links.find()) {
            found++;
            assertTrue(Files.exists(ROOT.resolve(links.group(1))), links.group(1));
        }
        assertTrue(found >= 5, "links: " + found);
    }

    @Test
    void theTreeShowsEveryModule() throws IOException {
        List<String> modules = Pattern.compile("<module>([^<]+)</module>")
                .matcher(Files.readString(ROOT.resolve("pom.xml")))
                .results()
                .map(module -> module.group(1) + "/")
                .toList();

        assertFalse(modules.isEmpty());
        for (String module : modules) {
            assertTrue(readme().lines().anyMatch(line -> line.startsWith(module + " ")), module);
        }
    }

    /** Returns the first fenced block of {@code kind}. */
    private static String block(String kind) throws IOException {
        Matcher block =
                Pattern.compile("```" + kind + "\\n(.*?)\\n```", Pattern.DOTALL).matcher(readme());
        assertTrue(block.find(), "the README has no block of " + kind);
        return block.group(1);
    }

    private static String readme() throws IOException {
        return Files.readString(ROOT.resolve("README.md"));
    }
}
