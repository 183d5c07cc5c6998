package io.prorata.bootstrap.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.context.ApplicationContext;
import io.prorata.adapter.web.ServerSettings;
import io.prorata.adapter.web.problem.BodySize;
import io.prorata.adapter.web.properties.AccessLogFormat;
import io.prorata.adapter.web.properties.ServerProperties;
import io.prorata.adapter.web.properties.Thresholds;
import io.prorata.bootstrap.option.ServerSources;
import io.prorata.bootstrap.option.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who says how a server is set: options before the environment, that before the operator's file, that before application.yml. */
class ServerPropertiesTest {

    private static final String FILE = """
            prorata:
              port: 1001
              request-time: 10s
              requests-per-minute: 11
              access-log: json
              host-names: [one.example, two.example]
            """;

    @TempDir
    private Path home;

    private static ApplicationContext context(ServerSettings settings) {
        return ApplicationContext.builder()
                .properties(new TreeMap<>(settings.properties()))
                .environmentPropertySource(false)
                .deduceEnvironment(false)
                .banner(false)
                .start();
    }

    private static ServerProperties bound(ServerSettings settings) {
        try (ApplicationContext context = context(settings)) {
            return context.getBean(ServerProperties.class);
        }
    }

    private @Nullable Path file(String text) throws IOException {
        return Files.writeString(home.resolve("prorata.yml"), text);
    }

    /** Without a library for YAML, Micronaut passes over the file and says nothing. */
    @Test
    void applicationYmlIsRead() {
        try (ApplicationContext context = context(ServerSettings.NONE)) {
            assertEquals(
                    "prorata",
                    context.getProperty("micronaut.application.name", String.class)
                            .orElse("not read"));
            assertEquals(
                    BodySize.LARGEST_BYTES,
                    context.getProperty("micronaut.server.max-request-size", Integer.class)
                            .orElse(0));
            assertEquals(
                    BodySize.LARGEST_BYTES,
                    context.getProperty("micronaut.server.max-request-buffer-size", Integer.class)
                            .orElse(0));
            assertEquals(
                    8642,
                    context.getProperty("micronaut.server.port", Integer.class).orElse(0));
        }
    }

    @Test
    void whatNobodySaysIsAsApplicationYmlSays() {
        ServerProperties usual = bound(ServerSettings.NONE);
        assertEquals(ServerSettings.LOOPBACK, usual.host());
        assertEquals(8642, usual.port());
        assertEquals(Duration.ofMinutes(2), usual.requestTime());
        assertEquals(Thresholds.USUAL, usual.thresholds());
        assertEquals(AccessLogFormat.OFF, usual.accessLog());
        assertEquals(0, usual.limit());
    }

    @Test
    void theFileComesBeforeApplicationYml() throws IOException {
        ServerProperties bound = bound(ServerSettings.NONE.orElse(ServerSources.of(file(FILE), Map.of())));
        assertEquals(1001, bound.port());
        assertEquals(Duration.ofSeconds(10), bound.requestTime());
        assertEquals(11, bound.limit());
        assertEquals(AccessLogFormat.JSON, bound.accessLog());
        assertEquals(List.of("one.example", "two.example"), bound.hostNames());
        assertEquals(ServerSettings.LOOPBACK, bound.host());
    }

    @Test
    void theEnvironmentComesBeforeTheFile() throws IOException {
        ServerProperties bound = bound(ServerSettings.NONE.orElse(ServerSources.of(
                file(FILE),
                Map.of("PRORATA_REQUEST_TIME", "20s", "PRORATA_REQUESTS_PER_MINUTE", "22", "PRORATA_ACCESS_LOG", ""))));
        assertEquals(Duration.ofSeconds(20), bound.requestTime());
        assertEquals(22, bound.limit());
        assertEquals(AccessLogFormat.JSON, bound.accessLog());
        assertEquals(1001, bound.port());
    }

    @Test
    void optionsComeBeforeTheEnvironment() throws IOException {
        ServerProperties bound = bound(ServerSettings.NONE
                .port(3003)
                .within(Duration.ofSeconds(30))
                .orElse(ServerSources.of(file(FILE), Map.of("PRORATA_REQUEST_TIME", "20s", "PRORATA_PORT", "2002"))));
        assertEquals(3003, bound.port());
        assertEquals(Duration.ofSeconds(30), bound.requestTime());
        assertEquals(11, bound.limit());
    }

    @Test
    void theFileOfTheDeployPageIsUnderstood() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "deploy", "README.md"));
        String yaml = page.substring(page.indexOf("```yaml\n") + 8, page.indexOf("```\n", page.indexOf("```yaml\n")));
        Map<String, Object> said = ServerSources.of(file(yaml), Map.of());
        assertEquals(ServerProperties.names(), said.keySet());
        ServerProperties bound = bound(ServerSettings.NONE.orElse(said));
        assertEquals(List.of(), bound.hostNames());
        assertEquals(600, bound.limit());
    }

    @Test
    void aSettingThatCannotBeReadStopsTheServer() {
        for (String property : List.of("prorata.slow", "prorata.request-time", "prorata.access-log")) {
            var refusal = assertThrows(
                    CannotServeException.class,
                    () -> Server.start(
                                    home.resolve("books.db"),
                                    new ServerSettings(ServerSettings.LOOPBACK, -1)
                                            .orElse(Map.of(property, "nonsense")),
                                    Clock.systemUTC())
                            .close());
            assertTrue(
                    String.valueOf(refusal.getMessage()).startsWith("The settings of the server cannot be read: "),
                    refusal.toString());
        }
    }

    @Test
    void aFileThatSaysWhatIsNotUnderstoodIsRefused() throws IOException {
        Path unknown = file("prorata:\n  prot: 1\n");
        var refusal = assertThrows(UsageException.class, () -> ServerSources.of(unknown, Map.of()));
        assertTrue(
                String.valueOf(refusal.getMessage()).contains("prorata.prot, which is no setting"), refusal.toString());
        Path broken = file("prorata: [\n");
        assertThrows(UsageException.class, () -> ServerSources.of(broken, Map.of()));
        assertThrows(UsageException.class, () -> ServerSources.of(home.resolve("none.yml"), Map.of()));
    }
}
