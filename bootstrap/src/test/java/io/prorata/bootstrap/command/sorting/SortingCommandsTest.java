package io.prorata.bootstrap.command.sorting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.prorata.adapter.web.ServerSettings;
import io.prorata.bootstrap.command.Shell;
import io.prorata.bootstrap.command.Shell.Ended;
import io.prorata.bootstrap.server.Server;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules, the history and renamed categories from the command line: what the API does, shown in lines. */
class SortingCommandsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path home;

    private Shell shell;
    private Server server;
    private String token;

    @BeforeEach
    void found() {
        shell = new Shell(home);
        shell.must(
                "household", "create", "--name", "Ours", "--currency", "EUR", "--zone", "UTC", "--member", "ines=Inès");
        token = shell.must("token", "create", "--name", "phone").out().strip();
        server = Server.start(shell.database(), new ServerSettings(ServerSettings.LOOPBACK, -1), Shell.MID_MARCH);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aRuleIsTestedAddedChangedAppliedAndDeleted() throws IOException, InterruptedException {
        spend("Tea house 1", "-4.00");
        spend("Tea house 2", "-6.50");
        assertEquals(
                List.of(
                        "2 rows looked through: 1 match, 1 would change. Nothing is changed.",
                        "",
                        "ID  DATE        AMOUNT  LABEL        WOULD BE",
                        " 2  2026-03-02   -6.50  Tea house 2  category Drinks"),
                shell.must("rule", "test", "--label-contains", "tea", "--min-amount", "5", "--category", "Drinks")
                        .outLines());
        assertEquals("[]", api("/rules").path("rules").toString());

        Ended added = shell.must("rule", "add", "Tea", "--label-contains", "tea house", "--category", "Drinks");
        assertEquals("Tea is created, with the number 1.", added.out().strip());
        assertEquals("No row has had this category yet: Drinks.", added.err().strip());
        shell.must("rule", "add", "Late", "--day-from", "20", "--tag", "late", "--common", "no");
        shell.must("rule", "set", "Tea", "--min-amount", "5", "--tag", "hot", "--sign", "spent");
        shell.must("rule", "set", "Tea", "--tag", "none", "--name", "Teas");
        JsonNode rule = api("/rules/1");
        assertEquals(
                "tea house 5.00 spent",
                rule.at("/conditions/label_contains").asText() + " "
                        + rule.at("/conditions/min_amount").asText() + " "
                        + rule.at("/conditions/sign").asText());
        assertTrue(rule.at("/effects/tags").asText("").isEmpty(), rule.toString());
        assertEquals(2, shell.run("rule", "set", "Teas").code());
        shell.must("rule", "order", "Late", "Teas");
        shell.must("rule", "off", "Late");
        assertEquals(
                List.of(
                        "ID NAME STATE IF THEN",
                        "2 Late off --day-from 20 --tag late --common no",
                        "1 Teas on --label-contains 'tea house' --min-amount 5.00 --sign spent --category Drinks"),
                shell.must("rule", "list").outLines().stream()
                        .map(line -> line.strip().replaceAll(" +", " "))
                        .toList());
        assertEquals("false", api("/rules/2").path("on").asText());
        shell.must("rule", "on", "Late");
        assertEquals("true", api("/rules/2").path("on").asText());
        assertEquals(
                List.of(
                        "id: 1",
                        "name: Teas",
                        "on: yes",
                        "label_contains: tea house",
                        "min_amount: 5.00",
                        "sign: spent",
                        "category: Drinks"),
                shell.must("rule", "show", "Teas").outLines());

        Ended dry = shell.must("rule", "apply", "--month", "2026-03", "--in-category", "none", "--dry-run");
        assertTrue(dry.out().startsWith("A dry run: nothing was changed."), dry.out());
        assertEquals(
                0, api("/transactions?category=Drinks").path("transactions").size());
        List<String> applied = shell.must("rule", "apply", "--month", "2026-03", "--in-category", "none")
                .outLines();
        assertEquals("2 rows selected, 1 of them changed.", applied.getFirst());
        assertEquals(List.of("ID  RULE  ROWS", " 1  Teas     1"), applied.subList(applied.size() - 2, applied.size()));
        assertEquals(
                "-6.50",
                api("/transactions?category=Drinks")
                        .at("/transactions/0/amount")
                        .asText());
        assertEquals(
                api("/rules"),
                JSON.readTree(shell.must("rule", "list", "--json").out()));
        shell.must("rule", "delete", "Late");
        assertEquals(1, api("/rules").path("rules").size());
        Ended wrong = shell.run("rule", "add", "Wrong", "--label-matches", "a**", "--category", "x");
        assertTrue(wrong.code() == 1 && wrong.err().contains("--label-matches"), wrong.toString());
    }

    @Test
    void rulesAreProposed() throws IOException, InterruptedException {
        for (String label : List.of("Kiosk 1", "Kiosk 2", "Kiosk 3")) {
            spend(label, "-5", "--category", "Paper");
        }
        assertEquals(JSON.readTree(shell.must("rule", "suggestions", "--json").out()), api("/rules/suggestions"));
        List<String> lines = shell.must("rule", "suggestions").outLines();
        assertEquals(2, lines.size(), lines.toString());
        assertTrue(lines.get(1).startsWith("kiosk     3  --label-"), lines.toString());
        assertTrue(lines.get(1).endsWith("  --category Paper"), lines.toString());
    }

    @Test
    void aCategoryIsRenamedAndTheRenamingIsUndone() throws IOException, InterruptedException {
        spend("Baker", "-7.20", "--category", "Groceries");
        shell.must("budget", "set", "Groceries", "--amount", "450");
        Ended dry = shell.must("category", "rename", "Groceries", "Food", "--dry-run");
        assertTrue(dry.out().startsWith("A dry run: nothing was changed."), dry.out());
        assertEquals("Groceries", api("/budgets").at("/budgets/0/category").asText());
        List<String> renamed =
                shell.must("category", "rename", "Groceries", "Food").outLines();
        assertEquals(List.of("Groceries is Food now.", "1 rows selected, 1 of them changed."), renamed.subList(0, 2));
        assertTrue(renamed.stream().anyMatch(line -> line.matches("budget +1 +Groceries +Food")), renamed.toString());
        assertEquals("Food", api("/budgets").at("/budgets/0/category").asText());

        JsonNode latest = api("/history?limit=1").at("/entries/0");
        String revision = latest.path("revision").asText();
        assertEquals("category renamed", latest.path("what").asText());
        List<String> listed = shell.must("history", "list", "--limit", "1").outLines();
        assertTrue(listed.get(1).strip().startsWith(revision + "  2026-03-15T12:00:00Z"), listed.toString());
        assertEquals("There are more: --limit or --all shows them, a filter those that are meant.", listed.getLast());
        assertEquals(
                api("/history?kind=transaction&id=1&month=2026-03&actor=command"),
                JSON.readTree(shell.must(
                                "history",
                                "list",
                                "--kind",
                                "transaction",
                                "--id",
                                "1",
                                "--month",
                                "2026-03",
                                "--who",
                                "command",
                                "--json")
                        .out()));
        assertEquals(
                1, shell.must("history", "list", "--who", "nobody").outLines().size());
        JsonNode whole = JSON.readTree(
                shell.must("history", "list", "--all", "--limit", "2", "--json").out());
        assertEquals(api("/history?limit=500").path("entries"), whole.path("entries"), "page after page");
        assertTrue(
                whole.path("entries").size() > 2
                        && !whole.at("/pagination/has_more").asBoolean(),
                whole.toString());
        List<String> all = shell.must("history", "list", "--all").outLines();
        assertEquals(whole.path("entries").size() + 1, all.size(), "a head, and no word of more");
        List<String> shown = shell.must("history", "show", revision).outLines();
        assertEquals("Undo it: prorata history undo " + revision, shown.getLast());
        assertTrue(shown.stream().anyMatch(line -> line.matches(".*-7[.]20 +Baker +replaced +VARIABLE Groceries.*")));

        Ended undoing = shell.must("history", "undo", revision, "--dry-run");
        assertTrue(undoing.out().startsWith("A dry run: nothing was changed."), undoing.out());
        assertEquals("Food", api("/budgets").at("/budgets/0/category").asText());
        List<String> undone = shell.must("history", "undo", revision).outLines();
        assertEquals("Revision " + revision + " (category renamed) is undone.", undone.getFirst());
        assertEquals("Groceries", api("/budgets").at("/budgets/0/category").asText());
        assertEquals(1, shell.run("history", "undo", "1").code());
    }

    @Test
    void aMembersKeyIsCorrected() throws IOException, InterruptedException {
        shell.must("account", "set", "Own", "--owner", "ines", "--file-name", "FR1");
        List<String> would = shell.must("household", "rename-member", "ines", "ines-m", "--dry-run")
                .outLines();
        assertEquals("A dry run: nothing was changed. The command would do this.", would.getFirst());
        assertTrue(would.stream().anyMatch(line -> line.matches("accounts +1")), would.toString());
        assertEquals("ines", api("/household").at("/members/0/key").asText());

        List<String> done =
                shell.must("household", "rename-member", "ines", "ines-m").outLines();
        assertEquals("ines is ines-m now.", done.getFirst());
        assertEquals("ines-m", api("/household").at("/members/0/key").asText());
        assertEquals("ines-m", api("/accounts").at("/accounts/0/owner").asText());
        assertEquals(1, shell.run("household", "rename-member", "ines", "other").code());
        assertEquals(0, shell.run("verify").code(), "digests follow");
    }

    @Test
    void aSubcategoryIsRenamedAlone() throws IOException, InterruptedException {
        spend("Saw", "-20", "--category", "Home", "--subcategory", "Tools");
        spend("Lamp", "-30", "--category", "Home", "--subcategory", "Light");
        List<String> lines = shell.must(
                        "category", "rename", "Home", "Home", "--subcategory", "Tools", "--to-subcategory", "Workshop")
                .outLines();
        assertEquals("Home / Tools is Home / Workshop now.", lines.getFirst());
        assertEquals(
                "Light Workshop",
                api("/transactions/2").path("subcategory").asText() + " "
                        + api("/transactions/1").path("subcategory").asText());
        Ended alone = shell.run("category", "rename", "Home", "House", "--to-subcategory", "Workshop");
        assertTrue(alone.code() == 1 && alone.err().contains("--to-subcategory"), alone.toString());
    }

    private void spend(String label, String amount, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("rows", "add", "--date", "2026-03-02", "--label", label, "--amount", amount));
        arguments.addAll(List.of(more));
        shell.must(arguments.toArray(String[]::new));
    }

    private JsonNode api(String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(server.address().resolve(path))
                    .header("Authorization", "Bearer " + token)
                    .build();
            return JSON.readTree(
                    client.send(request, HttpResponse.BodyHandlers.ofString()).body());
        }
    }
}
