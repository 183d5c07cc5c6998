package io.prorata.bootstrap.command.household;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.prorata.adapter.web.ServerSettings;
import io.prorata.adapter.web.language.Language;
import io.prorata.bootstrap.command.Shell;
import io.prorata.bootstrap.environment.TerminalWords;
import io.prorata.bootstrap.server.Server;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A household from nothing to a closed month, by the command line alone; what it prints is what the API answers. */
class WholeHouseholdTest {

    private static final String BANK = """
            Date;Label;Amount;Category;Account
            2026-03-01;RENT MARCH;-1034.00;Housing;JOINT
            2026-03-03;MARKET;-54.20;Groceries;JOINT
            2026-03-05;BAKERY;-12.35;Groceries;JOINT
            2026-03-06;SHOES;-80.00;Clothes;INES
            2026-03-08;RESTAURANT;-61.45;;JOINT
            2026-03-09;TEST;-1.00;Groceries;JOINT
            """;

    @TempDir
    private Path home;

    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(home);
    }

    private List<String> said(String... command) {
        return shell.must(command).outLines();
    }

    @Test
    void aHouseholdLivesByTheCommandLineAlone() throws IOException, InterruptedException {
        shell.foundInesAndJules();
        String token = said("token", "create", "--name", "test").getFirst();
        try (Server server = Server.start(
                        shell.database(), new ServerSettings(ServerSettings.LOOPBACK, -1), Shell.MID_MARCH);
                var client = HttpClient.newHttpClient()) {
            plan();
            rows();
            settle();
            JsonNode month = get(client, server, token, "/dashboard/summary?month=2026-03");
            assertEquals(json("month", "2026-03", "--json"), month);
            assertMonthIsPrinted(month);
            JsonNode year = get(client, server, token, "/dashboard/year?from=2026-01&to=2026-12");
            assertEquals(json("year", "2026", "--json"), year);
            String printed = shell.must("year", "2026").out();
            assertTrue(printed.contains(amount(year.path("total").path("total_expenses"))), printed);
            assertEquals(json("settle", "show", "--json"), get(client, server, token, "/settlement"));
        }
    }

    private void plan() {
        shell.must("household", "set", "--member", "noa=Noa", "--settle-since", "2026-03");
        shell.must("household", "set", "--remove-member", "noa");
        shell.must(
                "config",
                "set",
                "--gross",
                "ines=3500.00",
                "--tax-rate",
                "ines=18.08",
                "--net",
                "jules=2539.27",
                "--key",
                "income");
        shell.must("account", "set", "Joint", "--owner", "pot", "--file-name", "JOINT", "--opening", "2026-02-28=2000");
        shell.must("account", "set", "Ines's own", "--owner", "ines", "--file-name", "INES", "--common", "yes");
        shell.must("bill", "set", "Rent", "--category", "Housing", "--amount", "1,034.00", "--every", "monthly");
        shell.must(
                "bill",
                "set",
                "Insurance",
                "--category",
                "Car",
                "--amount",
                "640",
                "--every",
                "annual",
                "--due",
                "2026-12");
        shell.must("provision", "set", "Japan", "--by", "2027-02", "--target", "3,000");
        shell.must("provision", "contribute", "Japan", "--date", "2026-03-02", "--amount", "50", "--member", "ines");
        shell.must("budget", "set", "Groceries", "--amount", "450");
        assertTrue(said("provision", "schedule", "Japan").size() > 6);
        assertTrue(said("provision", "projection", "--months", "3", "--savings", "1000")
                .getFirst()
                .startsWith("Needed now: "));
        assertEquals(
                "ID  DATE        AMOUNT  MEMBER  NOTE",
                said("provision", "movements", "Japan").getFirst());
    }

    private void rows() throws IOException {
        Path file = Files.writeString(home.resolve("march.csv"), BANK);
        shell.must("import", file.toString());
        List<String> rows = said("rows", "list", "--month", "2026-03", "--order", "date");
        assertEquals(6 + 3, rows.size(), rows.toString());
        assertTrue(rows.getLast().startsWith("6 rows, together -1,243.00"), rows.getLast());
        List<String> pending = said("confirm", "list");
        assertTrue(pending.get(1).startsWith("bill:1:1  bill"), pending.toString());
        shell.must("confirm", "accept", "bill:1:1");
        assertTrue(said("rows", "show", "1").contains("bill_id: 1"));
        assertEquals(
                List.of("Row 5 is changed."),
                said("rows", "set", "5", "--category", "Eating out", "--note", "Birthday"));
        assertTrue(said("rows", "set", "2", "3", "--split", "ines=2,jules=1", "--dry-run")
                .getFirst()
                .startsWith("A dry run"));
        assertEquals(
                "2 rows selected, 2 of them changed.",
                said("rows", "set", "2", "3", "--split", "ines=2,jules=1").getFirst());
        assertEquals(1 + 1 + 2, said("rows", "list", "--text", "test").size());
        shell.must("rows", "delete", "--month", "2026-03", "--text", "test", "--dry-run");
        assertEquals(
                "1 rows selected, 1 of them changed.",
                said("rows", "delete", "--month", "2026-03", "--text", "test").getFirst());
        assertEquals(
                List.of("Row 7 is added."),
                said(
                        "rows",
                        "add",
                        "--date",
                        "2026-03-10",
                        "--label",
                        "Flowers",
                        "--amount",
                        "-15.50",
                        "--category",
                        "Groceries",
                        "--payer",
                        "jules"));
        shell.must("rows", "set", "7", "--payer", "none");
        assertEquals(1, shell.run("rows", "delete").code());
        for (List<String> stranger : List.of(List.of("2", "--split", "zoe"), List.of("2", "3", "--split", "zoe"))) {
            Shell.Ended refused = shell.run(
                    Stream.concat(Stream.of("rows", "set"), stranger.stream()).toArray(String[]::new));
            assertTrue(refused.err().contains("--split: No member"), refused.err());
        }
    }

    private void settle() {
        List<String> before = said("settle", "show");
        assertTrue(before.getLast().matches("(Inès|Jules) pays .* to .*\\."), before.toString());
        List<String> closed = said("settle", "close", "--date", "2026-03-14");
        assertTrue(closed.getFirst().startsWith("Settlement 1 is recorded: "), closed.toString());
        assertEquals("Nobody owes anything.", said("settle", "show").getLast());
        shell.must("settle", "set", "1", "--note", "by card");
        assertTrue(said("settle", "list").stream().anyMatch(line -> line.contains("by card")));
        shell.must(
                "settle", "add", "--payer", "ines", "--recipient", "jules", "--amount", "1.20", "--date", "2026-03-14");
        int settlements = closed.size();
        shell.must("settle", "delete", Integer.toString(settlements + 1));
        assertEquals(settlements + 1, said("settle", "list").size());
        assertFalse(shell.run("settle", "delete", "99").err().isEmpty());
    }

    /** Each amount of the answer stands in the line of its thing. */
    private void assertMonthIsPrinted(JsonNode month) {
        String printed = shell.must("month", "2026-03").out();
        for (String group : List.of("provisions", "fixed_expenses", "categories")) {
            assertFalse(month.path(group).isEmpty(), group);
            for (JsonNode line : month.path(group)) {
                String name = line.path("name")
                        .asText(line.path("label").asText(line.path("category").asText("")));
                List<String> cells = new ArrayList<>(List.of(amount(
                        line.path("monthly_amount").isMissingNode()
                                ? line.path("total_amount")
                                : line.path("monthly_amount"))));
                line.path("shares").forEach(share -> cells.add(amount(share)));
                assertLine(printed, "  " + name, cells);
            }
        }
        JsonNode summary = month.path("summary");
        List<String> toPay = new ArrayList<>(List.of(amount(summary.path("total_expenses"))));
        summary.path("member_totals").forEach(total -> toPay.add(amount(total)));
        assertLine(printed, "To pay", toPay);
        assertTrue(printed.startsWith("March 2026"), printed);
    }

    private static void assertLine(String printed, String label, List<String> cells) {
        assertTrue(
                printed.lines()
                        .anyMatch(line -> line.startsWith(label)
                                && List.of(line.substring(label.length())
                                                .strip()
                                                .split(" {2,}"))
                                        .subList(0, cells.size())
                                        .equals(cells)),
                label + " " + cells + " in\n" + printed);
    }

    private static String amount(JsonNode amount) {
        return TerminalWords.in(Language.EN).amount(new BigDecimal(amount.asText()));
    }

    private JsonNode json(String... command) throws IOException {
        return new ObjectMapper().readTree(shell.must(command).out());
    }

    private static JsonNode get(HttpClient client, Server server, String token, String path)
            throws IOException, InterruptedException {
        var answer = client.send(
                HttpRequest.newBuilder(URI.create(server.address() + path))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                BodyHandlers.ofString());
        assertEquals(200, answer.statusCode(), answer.body());
        return new ObjectMapper().readTree(answer.body());
    }
}
