package io.prorata.bootstrap.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.prorata.adapter.web.ServerSettings;
import io.prorata.bootstrap.command.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The dashboard and the alerts in docs/monitoring ask for metrics that a running server has, by labels that those have. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MonitoringPagesTest {

    private static final Path PAGES = Path.of("..", "docs", "monitoring");
    private static final Pattern METRIC = Pattern.compile("\\b(?:prorata|jvm|process|system)_[a-z0-9_]+");
    private static final Pattern MATCHED = Pattern.compile("[{,]([a-z_]+)(?:=~|!~|!=|=)");
    private static final Pattern GROUPED = Pattern.compile("\\bby \\(([a-z_, ]+)\\)");

    /** Those that Prometheus itself adds to what it scrapes. */
    private static final Set<String> OF_PROMETHEUS = Set.of("instance", "job");

    private Server server;
    private Client client;
    private String metrics;

    @BeforeAll
    void ask(@TempDir Path home) throws IOException, InterruptedException {
        var shell = new Shell(home);
        server = Server.start(shell.database(), new ServerSettings(ServerSettings.LOOPBACK, -1), Shell.MID_MARCH);
        shell.must("household", "create", "--name", "Ours", "--currency", "EUR", "--member", "x=X");
        client = new Client(
                server.address(),
                shell.must("token", "create", "--name", "test", "--scope", "admin")
                        .out()
                        .strip());
        client.get("/dashboard/summary/slim?month=2026-03");
        client.get("/provisions/4711");
        metrics = client.get("/metrics").body();
        while (!metrics.contains("prorata_views_total") || !metrics.contains("prorata_http_problems_total")) {
            // A request is counted when its answer is written.
            metrics = client.get("/metrics").body();
        }
    }

    @AfterAll
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void everyMetricOfTheDashboardIsThere() throws IOException {
        JsonNode dashboard = new ObjectMapper()
                .readTree(PAGES.resolve("grafana-dashboard.json").toFile());
        List<String> expressions = dashboard.findValuesAsText("expr");
        assertTrue(expressions.size() > 20, "expressions: " + expressions.size());
        expressions.forEach(this::assertKnown);
        assertEquals(
                Set.of("process_uptime_seconds"),
                names(METRIC, dashboard.path("templating").toString()),
                "what instances are found by");
    }

    @Test
    void everyMetricOfTheAlertsIsThere() throws IOException {
        List<String> expressions = new ArrayList<>();
        String[] lines =
                Files.readString(PAGES.resolve("prometheus-alerts.yml")).split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].strip().startsWith("expr:")) {
                var expression = new StringBuilder(lines[i].strip().substring("expr:".length()));
                for (int more = i + 1; lines[more].startsWith(" ".repeat(10)); more++) {
                    expression.append(' ').append(lines[more].strip());
                }
                expressions.add(expression.toString());
            }
        }
        assertEquals(10, expressions.size(), expressions.toString());
        // That of the server's absence is Prometheus's own.
        expressions.stream().filter(expression -> !expression.contains("up{")).forEach(this::assertKnown);
    }

    @Test
    void everyMetricOfOursIsExplained() throws IOException {
        String readme = Files.readString(PAGES.resolve("README.md"));
        Set<String> explained = names(Pattern.compile("prorata_[a-z_]+|\\.\\.\\._[a-z_]+"), readme).stream()
                .map(name -> name.replace("...", "prorata_store"))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> ours = names(Pattern.compile("(?m)^# TYPE (prorata_[a-z_]+)"), metrics);
        assertTrue(ours.size() > 20, ours.toString());
        assertEquals(ours, explained);
    }

    private void assertKnown(String expression) {
        Set<String> asked = names(METRIC, expression);
        assertTrue(!asked.isEmpty(), expression);
        Set<String> labels = new TreeSet<>(OF_PROMETHEUS);
        for (String metric : asked) {
            String series = metrics.lines()
                    .filter(line -> line.startsWith(metric + "{") || line.startsWith(metric + " "))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no " + metric + ", for " + expression));
            labels.addAll(names(Pattern.compile("[{,]([a-z_]+)=\""), series));
        }
        Set<String> used = new TreeSet<>(names(MATCHED, expression));
        names(GROUPED, expression).forEach(group -> used.addAll(Arrays.asList(group.split(", *", -1))));
        used.removeAll(labels);
        assertEquals(Set.of(), used, "labels of " + expression);
    }

    private static Set<String> names(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.groupCount() == 0 ? found.group() : found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
