package io.prorata.application.port;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.expense.FixedTerms;
import io.prorata.domain.expense.Frequency;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.money.Money;
import io.prorata.domain.plan.PlanBook;
import io.prorata.domain.split.LineSplit;
import io.prorata.domain.time.Timeline;
import java.time.YearMonth;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What every {@link CalculationCache} promises: the figures that reckoning gives, whatever is kept. */
public interface CalculationCacheContract {

    HouseholdId HOUSEHOLD = new HouseholdId(1);
    YearMonth MARCH = YearMonth.of(2026, 3);

    CalculationCache empty();

    static PlanBook rent(long cents) {
        var terms = new FixedTerms(new Money(cents), Frequency.MONTHLY, new LineSplit.ByKey());
        var rent = new FixedExpense(1, "Rent", "Home", "Home", Timeline.from(MARCH, terms));
        return new PlanBook(Timeline.empty(), List.of(rent), List.of());
    }

    @Test
    default void aPlanIsWhatReckoningGives() {
        CalculationCache calculations = empty();
        for (long seed = 0; seed < 200; seed++) {
            var random = new SplittableRandom(seed);
            PlanBook book = rent(random.nextLong(5));
            YearMonth month = MARCH.plusMonths(random.nextInt(-2, 3));
            assertEquals(book.at(month), calculations.plan(HOUSEHOLD, book, month), "seed " + seed);
        }
    }

    @Test
    default void theSameInputsAreReckonedOnceAndOthersAreOthers() {
        CalculationCache calculations = empty();
        calculations.plan(HOUSEHOLD, rent(100), MARCH);
        calculations.plan(HOUSEHOLD, rent(100), MARCH);
        assertEquals(new CalculationCache.CacheCounts(1, 1, 1), calculations.count());
        calculations.plan(HOUSEHOLD, rent(101), MARCH);
        calculations.plan(HOUSEHOLD, rent(100), MARCH.plusMonths(1));
        assertEquals(new CalculationCache.CacheCounts(1, 3, 3), calculations.count());
    }

    @Test
    default void whatIsKeptOfAHouseholdIsDroppedAndOthersStay() {
        CalculationCache calculations = empty();
        calculations.plan(HOUSEHOLD, rent(100), MARCH);
        calculations.plan(new HouseholdId(2), rent(100), MARCH);
        calculations.drop(HOUSEHOLD);
        assertEquals(1, calculations.count().entries());
        assertEquals(rent(100).at(MARCH), calculations.plan(HOUSEHOLD, rent(100), MARCH));
    }
}
