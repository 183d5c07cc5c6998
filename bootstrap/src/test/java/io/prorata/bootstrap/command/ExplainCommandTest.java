package io.prorata.bootstrap.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.adapter.web.ServerSettings;
import io.prorata.bootstrap.command.Shell.Ended;
import io.prorata.bootstrap.demo.DemoBooks;
import io.prorata.bootstrap.server.Server;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures of the sample household in words. It is March 2026. */
class ExplainCommandTest {

    @TempDir
    private Path home;

    private Path books;

    @BeforeEach
    void theSampleHousehold() {
        books = DemoBooks.file(home, Shell.MID_MARCH);
        DemoBooks.open(books, false, Shell.MID_MARCH).close();
    }

    private Ended explain(Shell shell, String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "explain";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[all.length - 2] = "--database";
        all[all.length - 1] = books.toString();
        return shell.run(all);
    }

    private String must(Shell shell, String... arguments) {
        Ended ended = explain(shell, arguments);
        assertEquals(0, ended.code(), ended.err());
        return ended.out().replace('\u00a0', ' ').replace('\u202f', ' ');
    }

    private Shell in(String language) {
        return new Shell(home).with("LANG", language);
    }

    @Test
    void aMembersTotalIsAnAccount() {
        String english = must(in("C").with("COLUMNS", "100"), "member", "ines", "--month", "2026-03");
        assertTrue(english.startsWith("Inès pays 1,290.15 EUR in March 2026.\n"), english);
        assertTrue(english.contains("  Rent: 548.37 of 1,034.00, divided by net income.\n"), english);
        assertTrue(english.contains("  Holidays: 143.37 of 270.33, divided by net income.\n"), english);
        assertTrue(english.contains("    Holidays: 270.33, that is 5 % of 5,406.55.\n"), english);
        assertTrue(english.contains("\nNet incomes:\n  Inès: 2,867.28, that is 3,120.00 gross less"), english);
        assertEquals(english, must(in("C").with("COLUMNS", "100"), "member", "Inès"), "by name, in the current month");
    }

    @Test
    void figuresAreExplainedInEachLanguage() {
        assertTrue(must(in("C"), "bill", "rent").startsWith("Rent costs 1,034.00 EUR in March 2026.\n"));
        assertTrue(must(in("fr"), "bill", "rent").startsWith("Rent coûte 1 034,00 EUR en mars 2026.\n"));
        assertTrue(must(in("de"), "bill", "rent").startsWith("Rent kostet 1.034,00 EUR im März 2026.\n"));
        assertTrue(must(in("C"), "provision", "1").startsWith("For Holidays, 270.33 EUR is put aside in March 2026."));
        assertTrue(must(in("C"), "category", "groceries").startsWith("Groceries cost 211.53 EUR in March 2026.\n"));
        assertTrue(must(in("fr"), "figure", "/summary/net_available")
                .startsWith("Ce qui reste du revenu net : 2 984,23 EUR"));
        List<String> settlements = Stream.of("jules ines", "jules pot", "ines pot", "pot ines", "pot jules")
                .map(both -> both.split(" "))
                .map(both -> explain(in("C"), "settlement", both[0], both[1]))
                .filter(ended -> ended.code() == 0)
                .map(Ended::out)
                .toList();
        assertFalse(settlements.isEmpty());
        assertTrue(
                settlements.stream().allMatch(said -> said.matches("(?s).* pays .* to .*, to settle March 2026\\..*")),
                settlements.toString());
    }

    @Test
    void linesAreAsWideAsTheTerminal() {
        String narrow = must(in("C").with("COLUMNS", "40"), "member", "ines");
        assertTrue(narrow.lines().allMatch(line -> line.length() <= 40), narrow);
        assertTrue(must(in("C"), "member", "ines").lines().allMatch(line -> line.length() <= 80));
    }

    @Test
    void aServerSaysTheSame() {
        String[] said = {"member", "ines", "--month", "2026-02"};
        String locally = must(in("fr"), said);
        String json = must(in("C"), "bill", "rent", "--json");
        assertTrue(json.contains("\"step\" : \"part\""), json);
        try (Server _ = Server.start(books, new ServerSettings(ServerSettings.LOOPBACK, -1), Shell.MID_MARCH)) {
            assertEquals(locally, must(in("fr"), said));
            assertTrue(must(in("C"), "bill", "rent", "--json").contains("\"step\" : \"part\""));
            assertEquals(ExitCode.USAGE, explain(in("C"), "bill", "boat").code());
        }
    }

    @Test
    void whatIsNotThereIsRefused() {
        for (String[] wrong : new String[][] {
            {"boat", "x"},
            {"bill", "boat"},
            {"member", "ines", "jules"},
            {"settlement", "ines"},
            {"settlement", "ines", "nobody"},
            {"figure", "/summary/nothing"},
            {"bill", "rent", "--month", "2026-13"},
            {"bill", "rent", "--basis", "hope"},
            {"member", "ines", "--month", "1990-01"}
        }) {
            Ended refused = explain(in("C"), wrong);
            assertEquals(ExitCode.USAGE, refused.code(), String.join(" ", wrong) + ": " + refused.err());
        }
        String said = explain(in("fr"), "bill", "boat").err();
        assertTrue(said.contains("Le mois n’a pas de montant de ce nom : boat."), said);
        assertEquals(
                0,
                explain(in("C"), "figure", "/summary/net_income", "--month", "1990-01")
                        .code());
    }
}
