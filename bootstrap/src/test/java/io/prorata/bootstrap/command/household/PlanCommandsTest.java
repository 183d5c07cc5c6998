package io.prorata.bootstrap.command.household;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.prorata.adapter.web.ServerSettings;
import io.prorata.bootstrap.command.Shell;
import io.prorata.bootstrap.command.Shell.Ended;
import io.prorata.bootstrap.server.Server;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plan from the command line: set, list, show and end, with the API's rules and words. */
class PlanCommandsTest {

    @TempDir
    private Path home;

    private Shell shell;
    private Server server;

    @BeforeEach
    void found() {
        shell = new Shell(home);
        shell.foundInesAndJules();
        // Most commands here go through one server, which is quicker than one for each.
        server = serve();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Server serve() {
        return Server.start(shell.database(), new ServerSettings(ServerSettings.LOOPBACK, -1), Shell.MID_MARCH);
    }

    @Test
    void whatIsSetIsListedAlikeWithAndWithoutAServer() {
        server.close();
        shell.must("config", "set", "--net", "jules=2,539.27", "--gross", "ines=3500.00", "--tax-rate", "ines=18.08");
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
                "2026-12",
                "--split",
                "jules");
        List<String> alone = shell.must("bill", "list").outLines();
        assertEquals(
                List.of(
                        "ID  NAME       CATEGORY    AMOUNT  EVERY    PER MONTH  DUE      PUT ASIDE  SPLIT",
                        " 1  Rent       Housing   1,034.00  monthly   1,034.00                      key",
                        " 2  Insurance  Car         640.00  annual       64.00  2026-12      64.00  jules"),
                alone);
        assertEquals(
                List.of(
                        "MEMBER     GROSS  TAX RATE %     TAX       NET",
                        "ines    3,500.00       18.08  632.80  2,867.20",
                        "jules   2,539.27                0.00  2,539.27",
                        "",
                        "In force from 2026-03; costs are divided by: income."),
                shell.must("config", "show").outLines());
        assertEquals(
                "Rent (number 1) is changed.",
                shell.must("bill", "set", "Rent", "--amount", "1060", "--from", "2026-05")
                        .out()
                        .strip());
        server = serve();
        assertEquals(alone, shell.must("bill", "list").outLines());
        assertEquals(
                List.of(
                        "FROM       AMOUNT  EVERY    DUE  SPLIT  STATE",
                        "2026-03  1,034.00  monthly       key",
                        "2026-05  1,060.00  monthly       key"),
                shell.must("bill", "show", "1").outLines());
    }

    @Test
    void theNextConfigIsTheOneBeforeButForWhatIsStated() {
        shell.must("config", "set", "--net", "jules=2000", "--gross", "ines=3500", "--tax-rate", "ines=18.08");
        shell.must("config", "set", "--net", "jules=2100.50", "--from", "2026-06");
        shell.must("config", "set", "--tax-rate", "ines=20", "--key", "ines=2,jules=1", "--from", "2026-07");
        Ended left = shell.must("config", "set", "--leave-out", "jules", "--key", "equal", "--from", "2026-09");
        assertEquals("jules is not there any more.", left.err().strip());
        assertEquals(
                List.of(
                        "ID  FROM     NET INCOME                    KEY             REPLACED BY",
                        " 4  2026-09  ines=2,800.00                 equal",
                        " 3  2026-07  ines=2,800.00 jules=2,100.50  ines=2,jules=1",
                        " 2  2026-06  ines=2,867.20 jules=2,100.50  income",
                        " 1  2026-03  ines=2,867.20 jules=2,000.00  income"),
                shell.must("config", "list").outLines());
        shell.must("config", "delete", "4");
        assertEquals(4, shell.must("config", "list").outLines().size());
    }

    @Test
    void provisionsBudgetsAndAccountsAreSetAndEnded() {
        shell.must("config", "set", "--net", "jules=2000", "--net", "ines=3000");
        shell.must("provision", "set", "Holidays", "--percentage", "5", "--target", "2400");
        shell.must("provision", "set", "Gifts", "--percentage", "2", "--of", "ines", "--split", "equal");
        shell.must("provision", "set", "Japan", "--by", "2027-02", "--target", "3000");
        shell.must("provision", "end", "Gifts", "--mistake");
        shell.must("provision", "end", "Holidays", "--from", "2026-06");
        assertEquals(
                List.of(
                        "ID  NAME      CATEGORY  PUT ASIDE         TARGET  BALANCE  SPLIT  STATE",
                        " 1  Holidays            --percentage 5  2,400.00     0.00  key",
                        " 3  Japan               --by 2027-02    3,000.00   250.00  key"),
                shell.must("provision", "list").outLines());
        shell.must("budget", "set", "Groceries", "--amount", "450");
        shell.must(
                "budget", "set", "Groceries", "--amount", "480.50", "--from", "2026-04", "--split", "ines=2,jules=1");
        shell.must("budget", "end", "Groceries", "--from", "2026-08");
        assertEquals(
                List.of(
                        "FROM     AMOUNT  SPLIT           STATE",
                        "2026-03  450.00  key",
                        "2026-04  480.50  ines=2,jules=1",
                        "2026-08                          ended"),
                shell.must("budget", "show", "Groceries").outLines());
        shell.must("account", "set", "Joint", "--owner", "pot", "--file-name", "FR76");
        shell.must(
                "account",
                "set",
                "Savings",
                "--owner",
                "ines",
                "--kind",
                "savings",
                "--opening",
                "2026-01-01=1,500.00");
        shell.must(
                "account",
                "set",
                "Savings",
                "--opening",
                "2026-01-01=1600.25",
                "--owner",
                "jules",
                "--from",
                "2026-05");
        shell.must("account", "balance", "Savings", "--date", "2026-03-10", "--amount", "1600.25");
        assertEquals(
                List.of(
                        "ID  NAME     KIND     OWNER   BALANCE      BANK  BANK'S DAY  IN FILES",
                        " 1  Joint    current  pot        0.00                        FR76",
                        " 2  Savings  savings  ines   1,600.25  1,600.25  2026-03-10  Savings"),
                shell.must("account", "list").outLines());
        shell.must("account", "delete", "Joint");
        assertFalse(shell.must("account", "list").out().contains("Joint"));
    }

    @Test
    void theApisProblemsNameTheOptionsInTheLanguageOfTheTerminal() {
        Ended several = shell.run("bill", "set", "Rent", "--amount", "12.345");
        assertEquals(1, several.code());
        assertTrue(several.err().contains("  --amount: an amount in EUR has at most 2 decimals"), several.err());
        assertTrue(several.err().contains("  --category: "), several.err());
        assertTrue(several.err().contains("  --every: "), several.err());
        assertEquals("", several.out());
        Ended french = shell.with("LANG", "fr_FR").run("bill", "set", "Loyer", "--amount", "12,345");
        assertTrue(french.err().contains("  --amount: un montant en EUR"), french.err());
        assertEquals(2, shell.run("bill", "end", "Rent").code());
        assertEquals(2, shell.run("bill", "set", "Rent", "--amount", "12,34").code());
        assertEquals(2, shell.run("config", "set", "--net", "ines").code());
        assertEquals(1, shell.run("config", "set", "--net", "nobody=1").code());
        assertEquals(
                List.of("ID  NAME  CATEGORY  AMOUNT  EVERY  PER MONTH  DUE  PUT ASIDE  SPLIT"),
                shell.must("bill", "list", "--all").outLines());
    }

    @Test
    void amountsAreReadAsTheLanguageWritesThem() {
        Shell german = shell.with("LANG", "de_DE.UTF-8");
        german.must("budget", "set", "Essen", "--amount", "1.234,50");
        assertTrue(german.must("budget", "list").out().contains("1.234,50"));
        // Twelve hundred or one and a fifth: not guessed.
        assertEquals(
                2, german.run("budget", "set", "Essen", "--amount", "1.234").code());
        shell.with("LANG", "fr_FR.UTF-8").must("budget", "set", "Essen", "--amount", "2 234,75");
        assertTrue(shell.must("budget", "list").out().contains("2,234.75"));
    }

    @Test
    void jsonIsTheAnswerOfTheApi() throws IOException {
        var bill = new ObjectMapper()
                .readTree(shell.must(
                                "bill",
                                "set",
                                "Rent",
                                "--category",
                                "Housing",
                                "--amount",
                                "1034",
                                "--every",
                                "monthly",
                                "--json")
                        .out());
        assertEquals("1034.00", bill.path("timeline").path(0).path("amount").asText());
        assertEquals(
                "Rent",
                new ObjectMapper()
                        .readTree(shell.must("bill", "list", "--json").out())
                        .path("fixed_expenses")
                        .path(0)
                        .path("label")
                        .asText());
    }

    @Test
    void aNarrowTerminalCutsTextsAndNoNumbersAndColoursOnlyThere() {
        shell.must(
                "bill",
                "set",
                "The rent of the flat and of the garage in the yard",
                "--category",
                "Housing and garage",
                "--amount",
                "1034",
                "--every",
                "monthly");
        String piped = shell.with("COLUMNS", "60").must("bill", "list").out();
        assertTrue(piped.contains("The rent of the flat and of the garage in the yard"), piped);
        assertFalse(piped.contains("\u001b"), piped);
        Shell watched = shell.interactive().with("COLUMNS", "60");
        String coloured = watched.must("bill", "list").out();
        assertTrue(coloured.startsWith("\u001b[1mID  NAME"), coloured);
        String plain = watched.with("NO_COLOR", "1").must("bill", "list").out();
        assertFalse(plain.contains("\u001b"), plain);
        assertTrue(plain.lines().allMatch(line -> line.length() <= 60), plain);
        assertTrue(plain.contains("\u2026") && plain.contains("1,034.00") && plain.contains("monthly"), plain);
        assertTrue(watched.must("bill", "set", "--help").out().lines().allMatch(line -> line.length() <= 60));
    }
}
