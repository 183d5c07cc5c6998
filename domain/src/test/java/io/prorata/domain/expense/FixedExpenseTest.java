package io.prorata.domain.expense;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.prorata.domain.money.Money;
import io.prorata.domain.split.LineSplit;
import io.prorata.domain.testkit.MonthlyPartLaws;
import io.prorata.domain.time.Timeline;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Formula 4. */
class FixedExpenseTest implements MonthlyPartLaws {

    @Override
    public Money part(Frequency frequency, Money bill, long months) {
        return frequency.partOf(bill, months);
    }

    private static final YearMonth MARCH = YearMonth.of(2024, 3);

    private static FixedTerms terms(long amount, Frequency frequency) {
        return new FixedTerms(new Money(amount), frequency, new LineSplit.ByKey());
    }

    private static FixedExpense bill(Timeline<FixedTerms> terms) {
        return new FixedExpense(1, "Insurance", "Home", "Home", terms);
    }

    private static List<Long> parts(FixedExpense bill, YearMonth first, int months) {
        return LongStream.range(0, months)
                .mapToObj(i -> bill.partOf(first.plusMonths(i)).minor())
                .toList();
    }

    @Test
    void fiveHundredAYearAreEightPartsOf4167AndFourOf4166() {
        List<Long> year = parts(bill(Timeline.from(MARCH, terms(50_000, Frequency.ANNUAL))), MARCH, 12);
        assertEquals(8, year.stream().filter(part -> part == 4167).count());
        assertEquals(4, year.stream().filter(part -> part == 4166).count());
        assertEquals(List.of(4167L, 4166L, 4167L), year.subList(0, 3));
    }

    @Test
    void aDueMonthTakesOverWhatTheCycleHasPutAsideAndItsBalanceIsDroppedWithIt() {
        YearMonth due = MARCH.plusMonths(6);
        var bill = bill(Timeline.from(MARCH, terms(12_000, Frequency.ANNUAL))
                .with(MARCH.plusMonths(3), due(12_000, Frequency.ANNUAL, due))
                .with(MARCH.plusMonths(9), terms(12_000, Frequency.ANNUAL))
                .with(MARCH.plusMonths(14), due(12_000, Frequency.ANNUAL, due)));

        assertEquals(new Money(3_000), bill.savedBefore(MARCH.plusMonths(3)));
        assertEquals(
                List.of(1_000L, 1_000L, 1_000L, 2_250L, 2_250L, 2_250L, 2_250L, 1_000L, 1_000L, 1_000L),
                parts(bill, MARCH, 10));
        assertEquals(Money.ZERO, bill.savedIn(due).orElseThrow().balance(), "it is due");
        assertEquals(Optional.empty(), bill.savedIn(MARCH.plusMonths(9)));
        assertEquals(new Money(2_000), bill.savedBefore(MARCH.plusMonths(14)), "of the second cycle, from March on");
        assertEquals(6, bill.savedUntil(MARCH.plusMonths(12)).size());
    }

    private static FixedTerms due(long amount, Frequency frequency, YearMonth due) {
        return new FixedTerms(new Money(amount), frequency, Optional.of(due), new LineSplit.ByKey());
    }

    @Test
    void everyFrequencyHasItsCycle() {
        assertEquals(
                List.of(4333L, 4334L, 4333L),
                parts(bill(Timeline.from(MARCH, terms(1000, Frequency.WEEKLY))), MARCH, 3));
        assertEquals(List.of(7L, 7L), parts(bill(Timeline.from(MARCH, terms(7, Frequency.MONTHLY))), MARCH, 2));
        assertEquals(List.of(4L, 3L, 4L), parts(bill(Timeline.from(MARCH, terms(7, Frequency.BIMONTHLY))), MARCH, 3));
        assertEquals(
                List.of(3L, 4L, 3L, 3L), parts(bill(Timeline.from(MARCH, terms(10, Frequency.QUARTERLY))), MARCH, 4));
        assertEquals(
                List.of(0L, 0L, 1L, 0L, 0L, 0L),
                parts(bill(Timeline.from(MARCH, terms(1, Frequency.SEMIANNUAL))), MARCH, 6));
        assertEquals(52, Frequency.WEEKLY.bills());
        assertEquals(12, Frequency.WEEKLY.months());
        assertEquals(
                List.of(12, 1, 2, 3, 6, 12),
                List.of(Frequency.values()).stream().map(Frequency::months).toList());
    }

    @Test
    void beforeItsFirstMonthAndAfterItsEndItCostsNothing() {
        var bill = bill(Timeline.from(MARCH, terms(7, Frequency.MONTHLY)).endedFrom(MARCH.plusMonths(2)));
        assertEquals(List.of(0L, 7L, 7L, 0L), parts(bill, MARCH.minusMonths(1), 4));
        assertEquals(Money.ZERO, bill(Timeline.empty()).partOf(MARCH));
        assertThrows(IllegalArgumentException.class, () -> Frequency.ANNUAL.partOf(new Money(7), -1));
    }

    @Test
    void monthsAreCountedThroughChangesOfAmountAndPausesAndAnewWhereTheFrequencyChanges() {
        var amounts = bill(Timeline.from(MARCH, terms(7, Frequency.BIMONTHLY))
                .with(MARCH.plusMonths(1), terms(9, Frequency.BIMONTHLY)));
        assertEquals(List.of(4L, 4L, 5L, 4L), parts(amounts, MARCH, 4));
        var paused = bill(Timeline.from(MARCH, terms(7, Frequency.BIMONTHLY))
                .endedFrom(MARCH.plusMonths(1))
                .with(MARCH.plusMonths(3), terms(7, Frequency.BIMONTHLY)));
        assertEquals(List.of(4L, 0L, 0L, 3L, 4L), parts(paused, MARCH, 5));
        var frequencies = bill(Timeline.from(MARCH, terms(7, Frequency.BIMONTHLY))
                .with(MARCH.plusMonths(1), terms(10, Frequency.QUARTERLY))
                .with(MARCH.plusMonths(3), terms(7, Frequency.BIMONTHLY)));
        assertEquals(List.of(4L, 3L, 4L, 4L, 3L), parts(frequencies, MARCH, 5));
    }

    @Test
    void anAmountIsNotNegativeAndNamesAreNames() {
        assertThrows(IllegalArgumentException.class, () -> terms(-1, Frequency.MONTHLY));
        assertThrows(IllegalArgumentException.class, () -> terms(Money.LARGEST.minor() + 1, Frequency.MONTHLY));
        Timeline<FixedTerms> never = Timeline.empty();
        assertThrows(IllegalArgumentException.class, () -> new FixedExpense(1, "", "c", "c", never));
        assertThrows(IllegalArgumentException.class, () -> new FixedExpense(1, "l", " ", "c", never));
        assertThrows(IllegalArgumentException.class, () -> new FixedExpense(1, "l", "c", "\n", never));
        assertThrows(IllegalArgumentException.class, () -> new FixedExpense(1, "x".repeat(201), "c", "c", never));
    }

    /** Each day of a bill's life is in exactly one period, and each period is as long as its frequency. */
    @Test
    void everyDayIsInThePeriodOfOneBill() {
        YearMonth from = YearMonth.of(2024, 2);
        for (Frequency frequency : Frequency.values()) {
            var bill = new FixedExpense(
                    1,
                    "Bill",
                    "Home",
                    "Home",
                    Timeline.from(from, new FixedTerms(new Money(100), frequency, new LineSplit.ByKey()))
                            .endedFrom(from.plusMonths(40)));
            LocalDate day = from.atDay(1);
            while (day.isBefore(from.plusMonths(36).atDay(1))) {
                DuePeriod period = bill.dueOn(day).orElseThrow();
                assertEquals(day, period.first(), frequency + " on " + day);
                LocalDate next =
                        frequency.equals(Frequency.WEEKLY) ? day.plusDays(7) : day.plusMonths(frequency.months());
                assertEquals(next.minusDays(1), period.last(), frequency + " on " + day);
                assertEquals(Optional.of(period), bill.dueOn(period.last()));
                assertEquals(Optional.of(period), bill.dueOn(day.plusDays(3)));
                day = next;
            }
            assertEquals(Optional.empty(), bill.dueOn(from.atDay(1).minusDays(1)));
            assertEquals(Optional.empty(), bill.dueOn(from.plusMonths(40).atDay(1)));
        }
    }
}
