package io.prorata.bootstrap.command;

import static io.prorata.application.Examples.inEuros;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.adapter.persistence.JooqUnitOfWork;
import io.prorata.adapter.persistence.sqlite.DatabaseLock;
import io.prorata.adapter.persistence.sqlite.SqliteDatabase;
import io.prorata.adapter.web.ServerSettings;
import io.prorata.application.plan.PlanFixedExpense;
import io.prorata.application.port.Actor;
import io.prorata.bootstrap.command.Shell.Ended;
import io.prorata.bootstrap.server.Server;
import io.prorata.domain.expense.FixedTerms;
import io.prorata.domain.expense.Frequency;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.money.Money;
import io.prorata.domain.split.LineSplit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {

    private static final String STATEMENT = """
            Date;Libellé;Montant;Catégorie
            02/01/2026;LOYER JANVIER;-950,00;Logement
            06/01/2026;HALLES DU QUAI;-54,32;Courses
            06/01/2026;HALLES DU QUAI;-54,32;Courses
            14/01/2026;PHARMACIE DU PARC;-12,3O;Santé
            27/01/2026;SALAIRE;2500,00;Salaire
            02/02/2026;LOYER FÉVRIER;-950,00;Logement
            """;

    @TempDir
    private Path home;

    private Shell shell;
    private String file;

    @BeforeEach
    void found() throws IOException {
        shell = new Shell(home);
        shell.must("household", "create", "--name", "Ours", "--currency", "EUR", "--zone", "UTC", "--member", "x=X");
        file = file("statement.csv", STATEMENT);
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(home.resolve(name), content).toString();
    }

    private void planRent() {
        try (SqliteDatabase database = SqliteDatabase.own(shell.database(), DatabaseLock.of(shell.database()))) {
            var work = new JooqUnitOfWork(database, Shell.MID_MARCH, new SplittableRandom(3), 1);
            new PlanFixedExpense(work, Shell.MID_MARCH)
                    .plan(
                            new HouseholdId(1),
                            Actor.COMMAND_LINE,
                            inEuros(new PlanFixedExpense.Command(
                                    "Loyer",
                                    "Logement",
                                    Optional.empty(),
                                    new FixedTerms(new Money(95_000), Frequency.MONTHLY, new LineSplit.ByKey()),
                                    Optional.of(YearMonth.of(2026, 1)),
                                    Optional.empty())));
        }
    }

    @Test
    void anImportSaysWhatBecameOfEachLine() {
        Ended ended = shell.must("import", file);

        assertEquals("""
                File     statement.csv
                Read as  CSV, UTF-8, ';' between fields, header in line 1, dates day-first, decimal comma
                Columns  date = Date, label = Libellé, amount = Montant, category = Catégorie

                Lines    6
                Added    5
                Known    0
                Refused  1
                Import   1

                MONTH    ADDED  RECEIVED      SPENT
                2026-01      4  2,500.00  -1,058.64
                2026-02      1      0.00    -950.00
                all          5  2,500.00  -2,008.64

                Refused:
                  line 5  not an amount: '-12,3O'
                """, ended.out());
        assertEquals("", ended.err());
    }

    @Test
    void whatIsThereAlreadyIsKnownAndADryRunKeepsNothing() {
        Ended dry = shell.must("import", file, "--dry-run");
        Ended first = shell.must("import", file);
        Ended second = shell.must("import", file);

        assertTrue(dry.out().startsWith("A dry run: nothing was kept."), dry.out());
        String rows = """
                The rows, as they would be kept:
                  line 2  2026-01-02   -950.00  LOYER JANVIER   Logement  VARIABLE
                  line 3  2026-01-06    -54.32  HALLES DU QUAI  Courses   VARIABLE
                  line 4  2026-01-06    -54.32  HALLES DU QUAI  Courses   VARIABLE
                  line 6  2026-01-27  2,500.00  SALAIRE         Salaire   INCOME
                  line 7  2026-02-02   -950.00  LOYER FÉVRIER   Logement  VARIABLE

                """;
        assertTrue(dry.out().contains(rows), dry.out());
        assertEquals(
                first.out().replace("Import   1\n", ""),
                dry.out().substring(dry.out().indexOf("File ")).replace(rows, ""));
        assertTrue(second.out().contains("Added    0\nKnown    5\nRefused  1\n"), second.out());
    }

    @Test
    void severalFilesAreTakenInOneAfterTheOtherAndOneThatIsRefusedIsSaid() throws IOException {
        String empty = file("empty-month.csv", "Date;Label;Amount\n");
        String asked = file("asked.csv", "Wann;Wieviel;Wofür\n31.01.2024;-3,50;Tee mit Milch\n");

        assertEquals(ExitCode.OK, shell.run("import", empty).code());
        Ended all = shell.run("import", asked, file, empty);

        assertEquals(ExitCode.PARTLY, all.code());
        assertTrue(
                all.out()
                        .contains("prorata import FILE --date-column=Wann --amount-column=Wieviel"
                                + " --label-column='Wofür'"),
                all.out());
        assertTrue(all.out().contains("Added    5\nKnown    0\nRefused  1\n"), all.out());
        assertTrue(all.out().contains("Added    0\nKnown    0\nRefused  0\n"), all.out());
    }

    @Test
    void importsAreTheSameThroughAServerAndWithoutOne() {
        planRent();
        Ended direct = shell.must("import", file);
        Ended undone = shell.must("imports", "undo", "1");
        Ended nothing = shell.run("import", file, "--category-column", "Kategorie");
        Ended unknownValue = shell.run("import", file, "--decimal", "x");
        Ended list = shell.must("imports", "list");

        try (Server _ =
                Server.start(shell.database(), new ServerSettings(ServerSettings.LOOPBACK, -1), Shell.MID_MARCH)) {
            assertEquals(list.out(), shell.must("imports", "list").out());
            assertEquals(nothing, shell.run("import", file, "--category-column", "Kategorie"));
            assertEquals(unknownValue, shell.run("import", file, "--decimal", "x"));
            Ended through = shell.must("import", file);
            // The ids of rows are never used twice: the five of before were 1 to 5.
            assertEquals(
                    direct.out(),
                    through.out().replace("Import   2", "Import   1").replace("bills 2 6 10", "bills 1 1 5"));
            assertEquals(
                    undone.out().replace("Import 1", "Import 2"),
                    shell.must("imports", "undo", "2").out());
        }
        assertEquals("Import 1 is undone: its rows are gone.", undone.out().strip());
        assertEquals(ExitCode.REFUSED, nothing.code(), nothing.err());
        assertTrue(nothing.err().contains("Settle it with --category-column"), nothing.err());
        assertEquals(ExitCode.REFUSED, unknownValue.code());
        assertTrue(unknownValue.err().startsWith("--decimal: 'x' will not do"), unknownValue.err());
    }

    @Test
    void rowsThatLookLikeABillAreOfferedAndMarked() {
        planRent();

        Ended imported = shell.must("import", file);
        Ended marked = shell.must("imports", "bills", "1", "1", "5");
        Ended unknown = shell.run("imports", "bills", "1", "77");
        shell.must("imports", "undo", "1", "--force");
        Ended atOnce = shell.must("import", file, "--mark-bills");

        assertTrue(imported.out().endsWith("""
                                These look like planned bills, and count twice unless they are marked as paying them:
                                  line 2  2026-01-02  LOYER JANVIER  -950.00  like Loyer
                                  line 7  2026-02-02  LOYER FÉVRIER  -950.00  like Loyer
                                To mark them: prorata imports bills 1 1 5
                                """), imported.out());
        assertEquals(
                "They are marked: they count as paying the bills now.",
                marked.out().strip());
        assertEquals("Not rows of the import 1: [77].", unknown.err().strip());
        assertTrue(atOnce.out().endsWith("""

                                These pay planned bills, and are marked as paying them:
                                  line 2  2026-01-02  LOYER JANVIER  -950.00  like Loyer
                                  line 7  2026-02-02  LOYER FÉVRIER  -950.00  like Loyer
                                """), "once, what was done: " + atOnce.out());
        assertFalse(atOnce.out().contains("unless they are marked"), atOnce.out());
    }

    @Test
    void theAccountThatIsNotNamedIsAWarningWithAndWithoutAServer() {
        shell.must("import", file);
        Ended again = shell.must("import", file);
        Ended dry = shell.must("import", file, "--account", "Joint", "--dry-run");
        try (Server _ =
                Server.start(shell.database(), new ServerSettings(ServerSettings.LOOPBACK, -1), Shell.MID_MARCH)) {
            assertEquals(dry, shell.must("import", file, "--account", "Joint", "--dry-run"));
            assertEquals(
                    again.out().replace("Import   2", "Import   3"),
                    shell.must("import", file).out());
        }

        assertTrue(again.out().contains("""
                Known:
                  line 2  2026-01-02  LOYER JANVIER    -950.00
                """), again.out());
        assertTrue(again.out().contains("Warning: known lines that name no account: 5.\n"), again.out());
        assertTrue(dry.out().contains("Warning: lines that are known but for the account: 5.\n"), dry.out());
    }

    @Test
    void aFileOfWhichNothingCanBeAcceptedIsRefusedLineByLine() throws IOException {
        String bad = file("bad.csv", "Date;Label;Amount\n2026-01-02;A;x\n2026-01-03;B;y\n");

        Ended direct = shell.run("import", bad, "--decimal", "comma");

        assertEquals(ExitCode.REFUSED, direct.code(), direct.toString());
        assertTrue(direct.err().contains("line 2: "), direct.err());
        assertTrue(direct.err().contains("line 3: "), direct.err());
        try (Server _ =
                Server.start(shell.database(), new ServerSettings(ServerSettings.LOOPBACK, -1), Shell.MID_MARCH)) {
            assertEquals(direct, shell.run("import", bad, "--decimal", "comma"));
        }
        assertEquals(1, shell.must("imports", "list").outLines().size());
    }

    @Test
    void datesThatCannotBeDecidedAreAskedForByTheirOption() throws IOException {
        String undecided = file("undecided.csv", "Date;Label;Amount\n02/03/2026;A;-1,50\n04/05/2026;B;-2,50\n");

        Ended asked = shell.run("import", undecided);
        Ended settled = shell.must("import", undecided, "--date-format", "month-first");

        assertEquals(ExitCode.REFUSED, asked.code());
        assertTrue(asked.err().contains("Settle it with --date-format"), asked.err());
        assertTrue(settled.out().contains("\n2026-02 "), settled.out());
    }

    @Test
    void aBarIsDrawnForAPersonAlone() {
        Ended watched = shell.interactive().must("import", file);

        assertTrue(watched.err().contains("statement.csv ["), watched.err());
        assertTrue(watched.err().contains("100 %"), watched.err());
        assertTrue(watched.err().endsWith("\r"), "the line is left clean");
        assertFalse(watched.out().contains("["), watched.out());
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Ended ended = shell.run("import", home.resolve("nothing.csv").toString());

        assertEquals(ExitCode.USAGE, ended.code());
        assertEquals(
                List.of("There is no file to read at " + home.resolve("nothing.csv") + "."),
                ended.err().lines().toList());
    }
}
