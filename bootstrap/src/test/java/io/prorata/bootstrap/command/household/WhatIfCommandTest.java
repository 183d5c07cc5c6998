package io.prorata.bootstrap.command.household;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.prorata.adapter.web.ServerSettings;
import io.prorata.bootstrap.command.Shell;
import io.prorata.bootstrap.server.Server;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Simulations and estimates from the command line. */
class WhatIfCommandTest {

    @TempDir
    private Path home;

    private Shell shell;
    private Server server;

    @BeforeEach
    void found() {
        shell = new Shell(home);
        shell.foundInesAndJules();
        server = Server.start(shell.database(), new ServerSettings(ServerSettings.LOOPBACK, -1), Shell.MID_MARCH);
        shell.must("config", "set", "--net", "ines=3000", "--net", "jules=1000", "--from", "2026-01");
        shell.must(
                "bill",
                "set",
                "Rent",
                "--category",
                "Housing",
                "--amount",
                "1000",
                "--every",
                "monthly",
                "--from",
                "2026-01");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void anotherKeyMovesSharesAndNoTotal() {
        List<String> lines = shell.must("what-if", "--key", "equal", "--from", "2026-01", "--months", "2")
                .outLines();
        assertEquals(
                List.of(
                        "From 2026-01 to 2026-02, in EUR. Nothing is changed.",
                        "",
                        "MEMBER       NOW  WOULD BE  DIFFERENCE",
                        "Inès    1,500.00  1,000.00     -500.00",
                        "Jules     500.00  1,000.00      500.00",
                        "To pay  2,000.00  2,000.00        0.00",
                        "Left    6,000.00  6,000.00        0.00",
                        "",
                        "LINE       NOW  WOULD BE  DIFFERENCE  OF IT",
                        "Rent  2,000.00  2,000.00        0.00  ines -500.00, jules 500.00"),
                lines);
    }

    @Test
    void billsProvisionsAndIncomesChangeTogetherAndNothingIsWritten() throws IOException {
        String before = shell.must("bill", "list", "--json").out();
        JsonNode answer = new ObjectMapper()
                .readTree(shell.must(
                                "what-if",
                                "--json",
                                "--net",
                                "jules=3000",
                                "--bill",
                                "Rent=1100",
                                "--bill",
                                "Gym=30",
                                "--provision",
                                "Holidays=200",
                                "--months",
                                "3")
                        .out());
        assertEquals("990.00", answer.at("/difference/total_expenses").asText());
        assertEquals("6000.00", answer.at("/difference/net_income").asText());
        assertEquals(List.of("Holidays", "Rent", "Gym"), answer.path("lines").findValuesAsText("name"));
        assertEquals(before, shell.must("bill", "list", "--json").out());
        assertEquals(
                "-3000.00",
                new ObjectMapper()
                        .readTree(shell.must("what-if", "--json", "--end-bill", "Rent", "--months", "3")
                                .out())
                        .at("/difference/total_fixed")
                        .asText());
    }

    @Test
    void budgetsAreShownApartAndInNoTotal() {
        shell.must("budget", "set", "Groceries", "--amount", "400", "--from", "2026-01");
        assertEquals(
                List.of(
                        "From 2026-03 to 2026-04, in EUR. Nothing is changed.",
                        "",
                        "MEMBER       NOW  WOULD BE  DIFFERENCE",
                        "Inès    1,500.00  1,500.00        0.00",
                        "Jules     500.00    500.00        0.00",
                        "To pay  2,000.00  2,000.00        0.00",
                        "Left    6,000.00  6,000.00        0.00",
                        "",
                        "BUDGET        NOW  WOULD BE  DIFFERENCE  OF IT",
                        "Groceries  800.00    900.00      100.00  ines 75.00, jules 25.00",
                        "Fun          0.00    120.00      120.00  ines 90.00, jules 30.00"),
                shell.must("what-if", "--budget", "Groceries=450", "--budget", "Fun=60", "--months", "2")
                        .outLines());
        assertEquals(
                "Groceries  800.00      0.00     -800.00  ines -600.00, jules -200.00",
                shell.must("what-if", "--end-budget", "Groceries", "--months", "2")
                        .outLines()
                        .getLast());
    }

    @Test
    void taxesAreEstimated() {
        assertEquals(
                List.of(
                        "Tax of a year: 13,208.00 EUR, 14.6756 % of all incomes.",
                        "Of each adult, approximately: 7.0133 %, 18.5067 %."),
                shell.must("tax", "estimate", "--income", "30000", "--income", "60000", "--scale", "fr-2025")
                        .outLines()
                        .subList(0, 2));
        List<String> scales = shell.must("tax", "scales").outLines();
        assertEquals(4, scales.size(), scales.toString());
        assertTrue(scales.get(3).startsWith("fr-2025"), scales.toString());
    }
}
