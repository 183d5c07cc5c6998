package io.prorata.application.imports;

import static io.prorata.application.Examples.ANNA;
import static io.prorata.application.Examples.APRIL;
import static io.prorata.application.Examples.HOUSEHOLD;
import static io.prorata.application.Examples.MARCH;
import static io.prorata.application.Examples.NOON;
import static io.prorata.application.Examples.inEuros;
import static io.prorata.application.Examples.refused;
import static io.prorata.application.Examples.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.application.bankfile.BankFile;
import io.prorata.application.bankfile.ProfileChoice;
import io.prorata.application.bankfile.Progress;
import io.prorata.application.bankfile.ReadOptions;
import io.prorata.application.household.CreateHousehold;
import io.prorata.application.imports.ImportReport.LikeABill;
import io.prorata.application.imports.ImportReport.Totals;
import io.prorata.application.ledger.ApplyMappings;
import io.prorata.application.ledger.KeepMappings;
import io.prorata.application.ledger.RecordTransaction;
import io.prorata.application.ledger.RemoveTransaction;
import io.prorata.application.ledger.ShowMappings;
import io.prorata.application.memory.PlainBankFiles;
import io.prorata.application.port.BankFiles;
import io.prorata.application.port.BooksContract;
import io.prorata.application.port.Imports.Import;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.request.Precondition;
import io.prorata.application.request.ReadResult;
import io.prorata.domain.Refusal;
import io.prorata.domain.Refusal.RefusedLine;
import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.expense.FixedTerms;
import io.prorata.domain.expense.Frequency;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.BankLine;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.MonthFacts;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.mapping.CategoryMapping;
import io.prorata.domain.mapping.CategoryRule;
import io.prorata.domain.money.Money;
import io.prorata.domain.split.LineSplit;
import io.prorata.domain.time.Timeline;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What importing promises, over whatever books. */
public interface ImportingContract extends BooksContract {

    String FILE = """
            Date;Label;Amount;Account;Category
            2024-03-30;Rent;-900,00;Joint;Logement
            2024-03-31;Coffee;-2,50;Joint;Sorties
            2024-03-31;Coffee;-2,50;Joint;Sorties
            2024-04-01;Salary;2000,00;Joint;Revenus
            2024-04-02;Refund;12,00;Joint;Santé
            2024-04-02;To savings;-100,00;Joint;Épargne
            2024-04-02;To livret;-50,00;Joint;Virement interne
            2024-04-03;Bad;-5,0O;Joint;Sorties
            2024-04-03;Gift;-20,00;Joint;
            """;

    /** Returns what reads the files. */
    default BankFiles files() {
        return new PlainBankFiles();
    }

    @Test
    default void anImportSaysWhatBecameOfEachLine() {
        UnitOfWork work = empty();
        HouseholdId household = founded(work);

        Committed<ImportReport> committed = bring(work, household, "march.csv", FILE);
        ImportReport report = committed.result();

        assertEquals(9, report.lines());
        assertEquals(8, report.added());
        assertEquals(0, report.known());
        assertEquals(List.of(new RefusedLine(9, "not an amount: '-5,0O'")), report.refused());
        assertEquals(
                new TreeMap<>(Map.of(
                        MARCH, new Totals(3, Money.ZERO, new Money(-90_500)),
                        APRIL, new Totals(5, new Money(201_200), new Money(-17_000)))),
                report.months());
        assertEquals(OptionalLong.of(1), report.importId());

        var expected = new Import(
                1,
                "march.csv",
                NOON,
                ANNA.name(),
                9,
                8,
                0,
                1,
                committed.revision().number(),
                OptionalLong.empty());
        assertEquals(List.of(expected), new ShowImports(work).show(household).thing());
        assertEquals(expected, new ShowImport(work).show(household, 1).thing());
        assertEquals(new Refusal.UnknownImport(2), refused(() -> new ShowImport(work).show(household, 2)));
    }

    @Test
    default void rowsAreTypedByTheHouseholdsRules() {
        UnitOfWork work = empty();
        HouseholdId household = founded(work);

        bring(work, household, FILE);

        assertEquals(90_500, sum(work, household, MARCH, ExpenseType.VARIABLE));
        // The refund lowers what was spent: 20.00 - 12.00.
        assertEquals(800, sum(work, household, APRIL, ExpenseType.VARIABLE));
        assertEquals(200_000, sum(work, household, APRIL, ExpenseType.INCOME));
        assertEquals(10_000, sum(work, household, APRIL, ExpenseType.PROVISION));
        assertEquals(-5_000, sum(work, household, APRIL, ExpenseType.TRANSFER));
    }

    @Test
    default void theSameFileASecondTimeAddsNothing() {
        UnitOfWork work = empty();
        HouseholdId household = founded(work);
        bring(work, household, FILE);
        MonthFacts march = facts(work, household, MARCH);
        Stamp stamp = stamp(work, household, MARCH);

        ImportReport again = bring(work, household, FILE).result();

        assertEquals(0, again.added());
        assertEquals(8, again.known());
        assertEquals(Map.of(), again.months());
        assertEquals(march, facts(work, household, MARCH));
        assertEquals(stamp, stamp(work, household, MARCH));
        assertEquals(2, new ShowImports(work).show(household).thing().size());
    }

    @Test
    default void anOverlappingFileAddsWhatIsNew() {
        UnitOfWork work = empty();
        HouseholdId household = founded(work);
        bring(work, household, csv("2024-03-30;Tea;-1,00", "2024-03-31;Coffee;-2,50", "2024-03-31;Coffee;-2,50"));

        // One more coffee than before, a day more, and a day less.
        ImportReport report = bring(
                        work,
                        household,
                        csv(
                                "2024-03-31;Coffee;-2,50",
                                "2024-03-31;Coffee;-2,50",
                                "2024-03-31;Coffee;-2,50",
                                "2024-04-01;Tea;-1,00"))
                .result();

        assertEquals(2, report.added());
        assertEquals(2, report.known());
        assertEquals(Set.of(MARCH, APRIL), report.months().keySet());
        assertEquals(850, sum(work, household, MARCH, ExpenseType.VARIABLE));
        assertEquals(100, sum(work, household, APRIL, ExpenseType.VARIABLE));
    }

    /** In whatever pieces a statement comes, and however often, the books hold each line as often as the statement does. */
    @Test
    default void piecesInAnyOrderComeToTheWhole() {
        for (long seed = 0; seed < 12; seed++) {
            var random = new SplittableRandom(seed);
            UnitOfWork work = empty();
            HouseholdId household = founded(work);
            List<List<String>> days = new ArrayList<>();
            for (int day = 10; day < 28; day++) {
                List<String> lines = new ArrayList<>();
                int count = 1 + random.nextInt(4);
                for (int i = 0; i < count; i++) {
                    lines.add("2024-03-" + day + ";Shop " + random.nextInt(2) + ";-" + (1 + random.nextInt(2)) + ",50");
                }
                days.add(lines);
            }
            String whole = csv(days.stream().flatMap(List::stream).toArray(String[]::new));
            for (int piece = 0; piece < 4; piece++) {
                int from = random.nextInt(days.size());
                int to = from + 1 + random.nextInt(days.size() - from);
                bring(
                        work,
                        household,
                        csv(days.subList(from, to).stream()
                                .flatMap(List::stream)
                                .toArray(String[]::new)));
            }
            bring(work, household, whole);

            Map<String, Integer> expected = new HashMap<>();
            days.stream().flatMap(List::stream).forEach(line -> expected.merge(print(line), 1, Integer::sum));
            Map<String, Integer> kept = work.read(
                    household,
                    books -> books.ledger()
                            .fingerprints(household, LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31)));
            assertEquals(expected, kept, "seed " + seed);
        }
    }

    @Test
    default void aLineIsKnownThoughItWasMarkedSince() {
        UnitOfWork work = empty();
        HouseholdId household = founded(work);
        planRent(work, household);
        bring(work, household, FILE);
        new MarkBills(work).mark(household, ANNA, new MarkBills.Command(1, new TreeSet<>(List.of(1L))));

        assertEquals(0, bring(work, household, FILE).result().added());
    }

    @Test
    default void aPreviewShowsTheSameAndKeepsNothing() {
        UnitOfWork work = empty();
        HouseholdId household = founded(work);
        planRent(work, household);
        bring(work, household, csv("2024-03-31;Coffee;-2,50"));
        var before = work.read(household, books -> books.revisions().current(household));

        ImportReport preview = new PreviewBankFile(files(), work, Clock.fixed(NOON, ZoneOffset.UTC))
                .preview(household, command(null, FILE));

        assertEquals(OptionalLong.empty(), preview.importId());
        assertEquals(before, work.read(household, books -> books.revisions().current(household)));
        ImportReport done = bring(work, household, FILE).result();
        assertEquals(preview.added(), done.added());
        assertEquals(preview.known(), done.known());
        assertEquals(preview.refused(), done.refused());
        assertEquals(preview.months(), done.months());
        assertEquals(preview.format(), done.format());
        assertEquals(1, preview.likeBills().size());
        assertEquals(preview.likeBills().size(), done.likeBills().size());
        assertEquals(OptionalLong.empty(), preview.likeBills().get(0).transactionId());
    }

    @Test
    default void aFileOfWhichNoLineIsAcceptedChangesNothing() {
        UnitOfWork work = empty();
        HouseholdId household = founded(work);
        var before = work.read(household, books -> books.revisions().current(household));

        Refusal refusal = refused(() -> bring(work, household, csv("soon;Tea;-1,00", "2024-03-01;Tea;much")));

        assertEquals(
                new Refusal.NothingAccepted(List.of(
                        new RefusedLine(2, "not a date as the file writes them: 'soon'"),
                        new RefusedLine(3, "not an amount: 'much'"))),
                refusal);
        assertInstanceOf(Refusal.UnreadableBankFile.class, refused(() -> bring(work, household, "")));
        assertEquals(before, work.read(household, books -> books.revisions().current(household)));
        assertEquals(List.of(), new ShowImports(work).show(household).thing());
    }

    @Test
    default void aFileThatBreaksOffWhileItIsReadLeavesNothing() {
        UnitOfWork work = empty();
        HouseholdId household = founded(work);
        byte[] bytes = csv("2024-03-01;Tea;-1,00\n".repeat(5_000).split("\n")).getBytes(StandardCharsets.UTF_8);
        InputStream brokenOff = new SequenceInputStream(new ByteArrayInputStream(bytes, 0, 60_000), new Broken());
        int[] opened = {0};
        files().open(counted(bytes, opened), ReadOptions.NONE, HOUSEHOLD.currency());
        int looks = opened[0];
        opened[0] = 0;
        // Whole while it is looked into, and broken off while its lines are taken in.
        var file = new BankFile("broken.csv", () -> opened[0]++ < looks ? new ByteArrayInputStream(bytes) : brokenOff);
        var before = work.read(household, books -> books.revisions().current(household));

        assertThrows(
                UncheckedIOException.class,
                () -> importing(work)
                        .importFile(
                                household, ANNA, new ImportBankFile.Command(file, ReadOptions.NONE, Progress.NONE)));

        assertEquals(looks + 1, opened[0]);
        assertEquals(before, work.read(household, books -> books.revisions().current(household)));
        assertEquals(MonthFacts.NONE, facts(work, household, MARCH));
        assertEquals(List.of(), new ShowImports(work).show(household).thing());
    }

    @Test
    default void rowsThatLookLikeAPlannedBillArePointedOutAndMarked() {
        UnitOfWork work = empty();
        HouseholdId household = founded(work);
        planRent(work, household);

        ImportReport report = bring(work, household, FILE).result();

        List<LikeABill> like = report.likeBills();
        assertEquals(1, like.size());
        assertEquals(2, like.get(0).line());
        assertEquals("Rent", like.get(0).bank().label());
        assertEquals("Loyer", like.get(0).label());
        long row = like.get(0).transactionId().orElseThrow();
        assertEquals(
                "Rent",
                work.read(
                                household,
                                books -> books.ledger().find(household, row).orElseThrow())
                        .line()
                        .label());
        Stamp april = stamp(work, household, APRIL);

        var marked = new MarkBills(work)
                .mark(household, ANNA, new MarkBills.Command(1, new TreeSet<>(List.of(row))))
                .result();

        assertEquals(Set.of(MARCH), marked.months());
        assertEquals(90_000, sum(work, household, MARCH, ExpenseType.FIXED));
        assertEquals(500, sum(work, household, MARCH, ExpenseType.VARIABLE));
        assertEquals(april, stamp(work, household, APRIL));
        assertEquals(
                new Refusal.UnknownRows(1, List.of(77L, 78L)),
                refused(() -> new MarkBills(work)
                        .mark(household, ANNA, new MarkBills.Command(1, new TreeSet<>(List.of(row, 78L, 77L))))));
        assertEquals(
                new Refusal.UnknownImport(5),
                refused(() -> new MarkBills(work)
                        .mark(household, ANNA, new MarkBills.Command(5, new TreeSet<>(List.of(row))))));
    }

    /** A game that costs what the internet does, and a nanny who costs what the rent does. */
    @Test
    default void anEqualAmountAloneMarksNothing() {
        UnitOfWork work = empty();
        HouseholdId household = founded(work);
        planRent(work, household);

        ImportReport report = bring(work, household, """
                                Date;Label;Amount;Category
                                2024-03-05;Nanny;-900,00;Enfants
                                2024-03-06;LOYER;-910,00;
                                """).result();

        assertEquals(
                List.of(3), report.likeBills().stream().map(LikeABill::line).toList());
        Stamp march = stamp(work, household, MARCH);
        assertEquals(new Refusal.PaysNoBill(1, List.of(1L)), refused(() -> mark(work, household, 1, 1L, 2L)));
        assertEquals(march, stamp(work, household, MARCH), "none is marked");
        mark(work, household, 1, 2L);
        assertEquals(91_000, sum(work, household, MARCH, ExpenseType.FIXED));
    }

    @Test
    default void aBillIsPaidAtMostOnceForEachTimeItIsDue() {
        UnitOfWork work = empty();
        HouseholdId household = founded(work);
        planRent(work, household);

        // Two in March, of which the second costs exactly the same, one in April.
        String file = csv("2024-03-02;Loyer;-910,00", "2024-03-29;Loyer;-900,00", "2024-04-01;Loyer;-890,00");
        ImportReport preview = new PreviewBankFile(files(), work, Clock.fixed(NOON, ZoneOffset.UTC))
                .preview(household, command(null, file));
        ImportReport report = bring(work, household, file).result();

        assertEquals(
                List.of(3, 4), report.likeBills().stream().map(LikeABill::line).toList());
        assertEquals(
                List.of(3, 4), preview.likeBills().stream().map(LikeABill::line).toList());
        assertEquals(new Refusal.PaysNoBill(1, List.of(1L)), refused(() -> mark(work, household, 1, 1L, 2L, 3L)));
        mark(work, household, 1, 2L, 3L);
        mark(work, household, 1, 2L);
        assertEquals(90_000, sum(work, household, MARCH, ExpenseType.FIXED));
        assertEquals(89_000, sum(work, household, APRIL, ExpenseType.FIXED));
        assertEquals(new Refusal.PaysNoBill(1, List.of(1L)), refused(() -> mark(work, household, 1, 1L)));
        assertEquals(
                List.of(),
                bring(work, household, csv("2024-03-30;Loyer;-900,00")).result().likeBills(),
                "March is paid");
        // What the rules count as FIXED pays the rent, too.
        new KeepMappings(work)
                .keep(
                        household,
                        ANNA,
                        Precondition.WHATEVER,
                        new CategoryMapping(List.of(new CategoryRule("logement", ExpenseType.FIXED))));
        String may = """
                Date;Label;Amount;Category
                2024-05-03;Loyer;-900,00;
                2024-05-04;x;-900,00;Logement
                """;
        assertEquals(
                List.of(),
                new PreviewBankFile(files(), work, Clock.fixed(NOON, ZoneOffset.UTC))
                        .preview(household, command(null, may))
                        .likeBills());
        assertEquals(List.of(), bring(work, household, may).result().likeBills());
    }

    private static void mark(UnitOfWork work, HouseholdId household, long importId, Long... rows) {
        new MarkBills(work).mark(household, ANNA, new MarkBills.Command(importId, new TreeSet<>(List.of(rows))));
    }

    @Test
    default void theSameFileUnderAnotherAccountIsToldByItsLines() {
        UnitOfWork work = empty();
        HouseholdId household = founded(work);
        String lines = csv("2024-03-30;Tea;-1,00", "2024-03-31;Coffee;-2,50", "2024-03-31;Coffee;-2,50");
        bring(work, household, lines);

        String more = csv(
                "2024-03-29;Milk;-1,00",
                "2024-03-31;Coffee;-2,50",
                "2024-03-31;Coffee;-2,50",
                "2024-03-31;Coffee;-2,50",
                "2024-03-30;Tea;-1,00");
        ImportReport preview = new PreviewBankFile(files(), work, Clock.fixed(NOON, ZoneOffset.UTC))
                .preview(household, named(more, "Joint"));
        ImportReport named = importing(work)
                .importFile(household, ANNA, named(more, "Joint"))
                .result();

        assertEquals(List.of(3, 4, 6), preview.knownButForAccount(), "one coffee more than the books have");
        assertEquals(preview.knownButForAccount(), named.knownButForAccount());
        assertEquals(5, named.added());
        assertEquals(List.of(), named.knownLines());

        ImportReport again = bring(work, household, lines).result();
        assertEquals(0, again.added());
        assertEquals(List.of(), again.knownButForAccount(), "they are known as they are");
        assertEquals(3, again.knownUnnamed());
        assertEquals(
                List.of(2, 3, 4),
                again.knownLines().stream().map(ImportReport.KnownLine::line).toList());

        ImportReport third = importing(work)
                .importFile(household, ANNA, named(lines, "Savings"))
                .result();
        assertEquals(List.of(2, 3, 4), third.knownButForAccount(), "under none and under another");
        ImportReport namedAgain = importing(work)
                .importFile(household, ANNA, named(lines, "Savings"))
                .result();
        assertEquals(3, namedAgain.known());
        assertEquals(0, namedAgain.knownUnnamed());
    }

    @Test
    default void linesOfAFileThatHasBothAccountsAreNotTakenForEachOther() {
        UnitOfWork work = empty();
        HouseholdId household = founded(work);
        String file = """
                Date;Label;Amount;Account
                2024-03-30;Fee;-1,00;Hers
                2024-03-30;Fee;-1,00;His
                """;
        assertEquals(List.of(), bring(work, household, file).result().knownButForAccount());
        ImportReport longer =
                bring(work, household, file + "2024-03-31;Fee;-1,00;His\n").result();
        assertEquals(1, longer.added());
        assertEquals(List.of(), longer.knownButForAccount());
    }

    private static ImportBankFile.Command named(String text, String account) {
        ImportBankFile.Command command = command(null, text);
        return new ImportBankFile.Command(
                command.file(),
                ReadOptions.parse(Map.of("account", account)),
                Progress.NONE,
                false,
                20,
                new ProfileChoice.None());
    }

    @Test
    default void anEmptyMonthIsAnImportThatAddedNothing() {
        UnitOfWork work = empty();
        HouseholdId household = founded(work);

        ImportReport report = bring(work, household, "Date;Label;Amount\n").result();

        assertEquals(List.of(0, 0, 0), List.of(report.lines(), report.added(), report.known()));
        assertEquals(1, new ShowImports(work).show(household).thing().size());
    }

    @Test
    default void linesThatWereReadOtherwiseBeforeAreShownAndChangedOnRequest() {
        UnitOfWork work = empty();
        HouseholdId household = founded(work);
        bring(
                work,
                household,
                csv(
                        "2024-03-05;Tea;5,00",
                        "2024-03-06;Caf\u00fd;-2,00",
                        "2024-07-03;Rent;-9,00",
                        "2024-03-08;Pay;1,00"));
        String right = csv(
                "2024-03-05;Tea;-5,00", "2024-03-06;Caf\u00e9;-2,00", "2024-03-07;Rent;-9,00", "2024-03-08;Pay;1,00");

        ImportReport shown = bring(work, household, right).result();

        assertEquals(0, shown.added());
        assertEquals(4, shown.known());
        assertEquals(
                List.of("2 sign false", "3 letters false", "4 day and month false"),
                shown.changed().stream()
                        .map(line -> line.line() + " " + line.difference() + " " + line.done())
                        .toList());
        assertEquals(3, facts(work, household, MARCH).count());

        ImportReport corrected =
                importing(work).importFile(household, ANNA, correcting(right)).result();

        assertTrue(corrected.changed().stream().allMatch(ImportReport.ChangedLine::done), corrected.toString());
        assertEquals(0, corrected.added());
        assertEquals(4, facts(work, household, MARCH).count());
        assertEquals(1_600, sum(work, household, MARCH, ExpenseType.VARIABLE));
        ImportReport again = bring(work, household, right).result();
        assertEquals(List.of(), again.changed());
        assertEquals(4, again.known());
    }

    @Test
    default void aLineThatSomebodyHasEditedIsNotCorrected() {
        UnitOfWork work = empty();
        HouseholdId household = founded(work);
        bring(work, household, csv("2024-03-05;Tea;5,00"));
        long row = work.read(household, books -> books.ledger().ofImport(household, 1))
                .get(0)
                .id();
        write(work, household, new Change.TransactionChanged(MARCH, MARCH), books -> {
            var before = books.ledger().find(household, row).orElseThrow();
            var line = new BankLine(
                    null,
                    before.line().date(),
                    before.line().amount().negated(),
                    before.line().label(),
                    null);
            books.ledger()
                    .replace(
                            household,
                            List.of(new Transaction(
                                    row, line, before.classification(), before.typedBy(), before.tags())));
        });

        ImportReport report = importing(work)
                .importFile(household, ANNA, correcting(csv("2024-03-05;Tea;5,00")))
                .result();

        assertEquals(1, report.known());
        assertEquals(List.of(), report.changed());
    }

    @Test
    default void aRowThatWasTakenOutStaysOutUntilItsImportIsUndone() {
        UnitOfWork work = empty();
        HouseholdId household = founded(work);
        String file = csv("2024-03-05;Tea;-5,00", "2024-03-05;Tea;-5,00");
        bring(work, household, file);
        long row = work.read(household, books -> books.ledger().ofImport(household, 1))
                .get(0)
                .id();
        new RemoveTransaction(work).remove(household, ANNA, row, Precondition.WHATEVER);

        ImportReport again = bring(work, household, file).result();

        assertEquals(List.of(0, 2), List.of(again.added(), again.known()));
        assertEquals(1, facts(work, household, MARCH).count());
        assertTrue(
                again.warnings().toString().contains("1 line was taken out"),
                again.warnings().toString());

        new UndoImport(work).undo(household, ANNA, new UndoImport.Command(1, false));
        assertEquals(2, bring(work, household, file).result().added());
    }

    @Test
    default void datesInTheFutureAreAskedAbout() {
        UnitOfWork work = empty();
        HouseholdId household = founded(work);

        Refusal refusal = refused(() -> bring(work, household, csv("2142-03-05;Tea;-5,00")));

        assertEquals("ambiguous-dates", ((Refusal.UnreadableBankFile) refusal).reason());
    }

    @Test
    default void anAccountThatAppearsIsAWarningAndTwoAccountsEqualLinesAreTwo() {
        UnitOfWork work = empty();
        HouseholdId household = founded(work);
        bring(work, household, "Date;Label;Amount\n2024-03-05;Tea;-5,00\n");

        ImportReport report = bring(
                        work, household, "Date;Label;Amount;Account\n2024-03-05;Tea;-5,00;A\n2024-03-05;Tea;-5,00;B\n")
                .result();

        assertEquals(2, report.added());
        assertEquals(List.of(2), report.knownButForAccount(), "the books have one such line");
    }

    @Test
    default void aPreviewShowsTheFirstRowsAsTheyWouldBeKept() {
        UnitOfWork work = empty();
        HouseholdId household = founded(work);
        bring(work, household, csv("2024-03-05;Tea;-5,00"));
        byte[] bytes = csv("2024-03-05;Tea;-5,00", "2024-03-06;Pay;7,00", "2024-03-07;Cake;-1,00")
                .getBytes(StandardCharsets.UTF_8);

        ImportReport report = new PreviewBankFile(files(), work, Clock.fixed(NOON, ZoneOffset.UTC))
                .preview(
                        household,
                        new ImportBankFile.Command(
                                new BankFile("x.csv", () -> new ByteArrayInputStream(bytes)),
                                ReadOptions.NONE,
                                Progress.NONE,
                                false,
                                2,
                                new ProfileChoice.ByHeader()));

        assertEquals(
                List.of("2 Tea -500 VARIABLE true", "3 Pay 700 INCOME false"),
                report.rows().stream()
                        .map(row -> row.line() + " " + row.bank().label() + " "
                                + row.bank().amount().minor() + " " + row.type() + " " + row.known())
                        .toList());
    }

    private static ImportBankFile.Command correcting(String text) {
        ImportBankFile.Command plain = command("file.csv", text);
        return new ImportBankFile.Command(plain.file(), plain.options(), plain.progress(), true, 0, plain.profile());
    }

    @Test
    default void anImportIsUndoneAndCanBeImportedAgain() {
        UnitOfWork work = empty();
        HouseholdId household = founded(work);
        bring(work, household, csv("2024-03-30;Tea;-1,00"));
        MonthFacts before = facts(work, household, MARCH);
        bring(work, household, FILE);

        Committed<Import> undone = new UndoImport(work).undo(household, ANNA, new UndoImport.Command(2, false));

        assertEquals(
                OptionalLong.of(undone.revision().number()), undone.result().undoneAt());
        assertEquals(before, facts(work, household, MARCH));
        assertEquals(MonthFacts.NONE, facts(work, household, APRIL));
        assertEquals(undone.revision().number(), stamp(work, household, APRIL).revision());
        assertEquals(
                new Refusal.AlreadyUndone(2),
                refused(() -> new UndoImport(work).undo(household, ANNA, new UndoImport.Command(2, true))));
        assertEquals(8, bring(work, household, FILE).result().added());
    }

    @Test
    default void anImportWhoseRowsWereChangedSinceIsUndoneOnlyIfThatIsMeant() {
        UnitOfWork work = empty();
        HouseholdId household = founded(work);
        bring(work, household, FILE);
        write(
                work,
                household,
                new Change.TransactionChanged(MARCH, MARCH),
                books -> books.ledger().retype(household, List.of(1L, 3L), ExpenseType.FIXED));
        MonthFacts before = facts(work, household, MARCH);

        assertEquals(
                new Refusal.RowsChangedSince(1, List.of(1L, 3L)),
                refused(() -> new UndoImport(work).undo(household, ANNA, new UndoImport.Command(1, false))));

        assertEquals(before, facts(work, household, MARCH));
        new UndoImport(work).undo(household, ANNA, new UndoImport.Command(1, true));
        assertEquals(MonthFacts.NONE, facts(work, household, MARCH));
    }

    @Test
    default void aMappingIsKeptAndAppliedToWhatIsThere() {
        UnitOfWork work = empty();
        HouseholdId household = founded(work);
        planRent(work, household);
        bring(work, household, FILE);
        new MarkBills(work).mark(household, ANNA, new MarkBills.Command(1, new TreeSet<>(List.of(1L))));
        ReadResult<CategoryMapping> shown = new ShowMappings(work).show(household);
        var mapping = new CategoryMapping(List.of(
                new CategoryRule("sorties", ExpenseType.TRANSFER), new CategoryRule("logement", ExpenseType.VARIABLE)));
        Precondition asShown = Precondition.oneOf(List.of(shown.stamp()));

        new KeepMappings(work).keep(household, ANNA, asShown, mapping);

        assertEquals(mapping, new ShowMappings(work).show(household).thing());
        assertEquals(500, sum(work, household, MARCH, ExpenseType.VARIABLE));
        assertEquals(
                new Refusal.Overtaken(), refused(() -> new KeepMappings(work).keep(household, ANNA, asShown, mapping)));

        var applied = new ApplyMappings(work).apply(household, ANNA).result();

        // Two coffees; the refund, the savings and the transfer lose their rules. The rent stays as a person marked it.
        assertEquals(5, applied.rows());
        assertEquals(Set.of(MARCH, APRIL), applied.months());
        assertEquals(0, sum(work, household, MARCH, ExpenseType.VARIABLE));
        assertEquals(-500, sum(work, household, MARCH, ExpenseType.TRANSFER));
        assertEquals(90_000, sum(work, household, MARCH, ExpenseType.FIXED));
        assertEquals(201_200, sum(work, household, APRIL, ExpenseType.INCOME));
        Stamp march = stamp(work, household, MARCH);
        assertEquals(0, new ApplyMappings(work).apply(household, ANNA).result().rows());
        assertEquals(march, stamp(work, household, MARCH));
    }

    @Test
    default void neighboursKnowNothingOfIt() {
        UnitOfWork work = empty();
        HouseholdId us = founded(work);
        HouseholdId neighbours = founded(work);
        bring(work, us, FILE);

        assertEquals(8, bring(work, neighbours, FILE).result().added());
        new UndoImport(work).undo(neighbours, ANNA, new UndoImport.Command(1, false));

        assertNotEquals(MonthFacts.NONE, facts(work, us, MARCH));
        assertTrue(new ShowImport(work).show(us, 1).thing().undoneAt().isEmpty());
    }

    /** More lines than are held in memory at once. */
    @Test
    default void aLongFileIsKeptWhole() {
        UnitOfWork work = empty();
        HouseholdId household = founded(work);
        StringBuilder text = new StringBuilder("Date;Label;Amount\n");
        int lines = 3_456;
        for (int i = 0; i < lines; i++) {
            text.append("2024-03-")
                    .append(10 + i % 15)
                    .append(";Shop ")
                    .append(i % 40)
                    .append(";-1,01\n");
        }
        assertEquals(lines, bring(work, household, text.toString()).result().added());
        assertEquals(lines * 101L, sum(work, household, MARCH, ExpenseType.VARIABLE));
        assertEquals(lines, bring(work, household, text.toString()).result().known());
    }

    /** Whoever writes while a file is read does not wait for it, and the file is compared with what they wrote. */
    @Test
    default void aFileIsComparedWithWhatIsWrittenWhileItIsRead() {
        for (int most : List.of(1, 3)) {
            UnitOfWork work = empty();
            HouseholdId household = founded(work);
            int lines = 2_345;
            byte[] bytes = csv(Stream.iterate(0, i -> i + 1)
                            .limit(lines)
                            .map(i -> "2024-03-" + (10 + i % 15) + ";Shop " + i + ";-1,01")
                            .toArray(String[]::new))
                    .getBytes(StandardCharsets.UTF_8);
            int[] opened = {0};
            files().open(counted(bytes, opened), ReadOptions.NONE, HOUSEHOLD.currency());
            int looks = opened[0];
            opened[0] = 0;
            var file = new BankFile("overtaken.csv", () -> {
                int reading = ++opened[0] - looks;
                // The fourth reading is inside the write, which others wait for.
                if (reading >= 1 && reading <= most) {
                    new RecordTransaction(work, Clock.fixed(NOON, ZoneOffset.UTC))
                            .record(
                                    household,
                                    ANNA,
                                    inEuros(new RecordTransaction.Command(
                                            new BankLine(
                                                    null,
                                                    LocalDate.of(2024, 3, 10 + reading % 15),
                                                    new Money(-101),
                                                    "Shop " + reading,
                                                    null),
                                            Optional.empty(),
                                            null,
                                            null,
                                            false,
                                            new TreeSet<>())));
                }
                return new ByteArrayInputStream(bytes);
            });
            var command = new ImportBankFile.Command(
                    file, ReadOptions.NONE, Progress.NONE, false, 20, new ProfileChoice.None());

            ImportReport report =
                    importing(work).importFile(household, ANNA, command).result();

            assertEquals(most, report.known());
            assertEquals(lines - most, report.added());
            assertEquals(lines * 101L, sum(work, household, MARCH, ExpenseType.VARIABLE));
            assertEquals(
                    2 + most,
                    work.read(household, books -> books.revisions().current(household))
                            .number());
        }
    }

    /** Fails, as a disk or a network does. */
    final class Broken extends InputStream {

        @Override
        public int read() throws IOException {
            throw new IOException("broken off");
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            return read();
        }
    }

    private static HouseholdId founded(UnitOfWork work) {
        return new CreateHousehold(work).create(ANNA, HOUSEHOLD);
    }

    private static void planRent(UnitOfWork work, HouseholdId household) {
        var terms = new FixedTerms(new Money(90_000), Frequency.MONTHLY, new LineSplit.ByKey());
        write(
                work,
                household,
                new Change.FixedExpensePlanned(MARCH),
                books -> books.plans()
                        .add(
                                household,
                                new FixedExpense(1, "Loyer", "Logement", "Logement", Timeline.from(MARCH, terms))));
    }

    private ImportBankFile importing(UnitOfWork work) {
        return new ImportBankFile(files(), work, Clock.fixed(NOON, ZoneOffset.UTC));
    }

    private Committed<ImportReport> bring(UnitOfWork work, HouseholdId household, String text) {
        return bring(work, household, "file.csv", text);
    }

    private Committed<ImportReport> bring(UnitOfWork work, HouseholdId household, String name, String text) {
        return importing(work).importFile(household, ANNA, command(name, text));
    }

    private static ImportBankFile.Command command(@Nullable String name, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new ImportBankFile.Command(
                new BankFile(name, () -> new ByteArrayInputStream(bytes)),
                ReadOptions.NONE,
                Progress.NONE,
                false,
                20,
                new ProfileChoice.None());
    }

    private static BankFile counted(byte[] bytes, int[] opened) {
        return new BankFile("whole.csv", () -> {
            opened[0]++;
            return new ByteArrayInputStream(bytes);
        });
    }

    private static String csv(String... lines) {
        return "Date;Label;Amount\n" + String.join("\n", lines) + "\n";
    }

    private static String print(String line) {
        String[] fields = line.split(";", -1);
        long cents = Long.parseLong(fields[2].replace(",", ""));
        return new BankLine(null, LocalDate.parse(fields[0]), new Money(cents), fields[1], null).fingerprint();
    }

    private static MonthFacts facts(UnitOfWork work, HouseholdId household, YearMonth month) {
        return work.read(household, books -> books.ledger().facts(household, month));
    }

    private static long sum(UnitOfWork work, HouseholdId household, YearMonth month, ExpenseType type) {
        return facts(work, household, month).of(type).sum().minor();
    }

    private static Stamp stamp(UnitOfWork work, HouseholdId household, YearMonth month) {
        var scopes = new ViewScopes(Set.of(month), Optional.empty(), Set.of());
        return work.read(household, books -> books.revisions().stampOf(household, scopes));
    }
}
