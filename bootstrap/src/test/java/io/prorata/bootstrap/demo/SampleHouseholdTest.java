package io.prorata.bootstrap.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.adapter.persistence.JooqStoreAudit;
import io.prorata.adapter.persistence.JooqUnitOfWork;
import io.prorata.adapter.persistence.sqlite.DatabaseLock;
import io.prorata.adapter.persistence.sqlite.SqliteDatabase;
import io.prorata.adapter.web.language.Language;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.verification.VerifyBooks;
import io.prorata.bootstrap.command.Shell;
import io.prorata.bootstrap.environment.TerminalWords;
import io.prorata.bootstrap.terminal.MonthOnTerminal;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.plan.MonthSummary;
import io.prorata.domain.plan.PlanBook;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleHouseholdTest {

    private static final YearMonth MARCH = YearMonth.of(2026, 3);

    @TempDir
    private Path folder;

    /** Every month's summary, settled into new books on the day of {@code clock}. */
    private List<MonthSummary> settled(String file, Clock clock) {
        Path path = folder.resolve(file);
        try (SqliteDatabase database = SqliteDatabase.own(path, DatabaseLock.of(path))) {
            UnitOfWork work = new JooqUnitOfWork(database, clock, new SplittableRandom(1), 1);
            HouseholdId household = new SampleHousehold(work, clock).settle();
            assertEquals(
                    List.of(),
                    new VerifyBooks(new JooqStoreAudit(database)).verify().findings());
            List<MonthSummary> summaries = new ArrayList<>();
            for (int back = SampleHousehold.MONTHS - 1; back >= 0; back--) {
                YearMonth month = SampleHousehold.currentMonth(clock).minusMonths(back);
                summaries.add(work.read(
                        household,
                        books -> MonthSummary.of(
                                books.plans().book(household).at(month),
                                books.ledger().facts(household, month))));
            }
            return summaries;
        }
    }

    @Test
    void threeYearsEndToday() {
        List<MonthSummary> months = settled("a.db", Shell.MID_MARCH);

        assertEquals(MARCH, months.getLast().plan().month());
        for (MonthSummary month : months) {
            String which = month.plan().month().toString();
            assertTrue(month.plan().fixed().size() >= 6, which);
            assertTrue(month.plan().provisions().size() >= 4, which);
            assertTrue(month.variable().size() >= 4, which);
            assertTrue(month.netAvailable().minor() > 0, which + " ends in the red");
            assertTrue(month.facts().of(ExpenseType.TRANSFER).sum().isZero(), which + " loses money on the way");
            if (month.plan().month().isBefore(MARCH)) {
                assertEquals(month.plan().totalProvisions(), provisionsIn(month), which);
                assertTrue(
                        month.facts()
                                        .of(ExpenseType.INCOME)
                                        .sum()
                                        .compareTo(month.plan().totalNet())
                                >= 0,
                        which);
            }
        }
        assertNotEquals(
                months.getFirst().plan().totalNet(), months.getLast().plan().totalNet());
    }

    /** What was set aside, without what the holidays took out again. */
    private static io.prorata.domain.money.Money provisionsIn(MonthSummary month) {
        var moved = month.facts().of(ExpenseType.PROVISION);
        return month.plan().month().getMonthValue() == 8 ? moved.sum().plus(SamplePlan.eur("2450")) : moved.sum();
    }

    @Test
    void theSameDayMakesTheSameBooksAndAnotherDayOnlyAddsToThem() {
        Clock nextMonth = Clock.offset(Shell.MID_MARCH, Duration.ofDays(31));

        List<MonthSummary> once = settled("a.db", Shell.MID_MARCH);
        List<MonthSummary> again = settled("b.db", Shell.MID_MARCH);

        assertEquals(once, again);
        LocalDate midMarch = LocalDate.of(2026, 3, 15);
        YearMonth first = MARCH.minusMonths(SampleHousehold.MONTHS - 1);
        PlanBook plan = SamplePlan.of(first, midMarch);
        var early = SampleLedger.of(plan, first, MARCH, midMarch);
        var late = SampleLedger.of(plan, first, MARCH, LocalDate.now(nextMonth));
        assertTrue(late.size() > early.size());
        assertEquals(early, late.subList(0, early.size()));
    }

    @Test
    void theMonthLinesUpOnATerminalAndAddsUp() {
        List<String> lines = MonthOnTerminal.lines(
                SamplePlan.HOUSEHOLD, settled("a.db", Shell.MID_MARCH).getLast(), TerminalWords.in(Language.EN));

        assertTrue(lines.getFirst().startsWith("March 2026"), lines.getFirst());
        long[] pay = amounts(lines, "To pay");
        assertEquals(pay[0], pay[1] + pay[2]);
        for (int column = 0; column < 3; column++) {
            assertEquals(
                    pay[column],
                    amounts(lines, "Provisions")[column]
                            + amounts(lines, "Fixed")[column]
                            + amounts(lines, "Variable")[column]);
            assertEquals(amounts(lines, "Net income")[column], pay[column] + amounts(lines, "Left")[column]);
        }
    }

    private static long[] amounts(List<String> lines, String label) {
        String line = lines.stream()
                .filter(candidate -> candidate.startsWith(label + " "))
                .findFirst()
                .orElseThrow();
        return Arrays.stream(line.substring(label.length()).strip().split(" {2,}"))
                .mapToLong(amount -> Long.parseLong(amount.replaceAll("[,.]", "")))
                .toArray();
    }
}
