package io.prorata.domain.provision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.domain.money.Money;
import io.prorata.domain.plan.PlanBook;
import io.prorata.domain.split.LineSplit;
import io.prorata.domain.time.Timeline;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A provision that has ended is shown until it is empty; one that is overdrawn says since when. */
class EndedProvisionTest {

    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final YearMonth APRIL = YearMonth.of(2026, 4);
    private static final YearMonth MAY = YearMonth.of(2026, 5);

    private static Provision of(Timeline<ProvisionTerms> terms, Movement... movements) {
        return new Provision(1, ProvisionCard.named("Trip"), Money.ZERO, terms, List.of(movements));
    }

    private static Timeline<ProvisionTerms> from(YearMonth month) {
        return Timeline.from(
                month,
                new ProvisionTerms(
                        new ProvisionBase.FixedAmount(new Money(1_000)), new LineSplit.ByKey(), Optional.empty()));
    }

    /** Of a household without incomes. */
    private static final PlanBook BOOK = PlanBook.EMPTY;

    private static Movement on(YearMonth month, int day, long minor) {
        return new Movement(month.atDay(day), new Money(minor));
    }

    @Test
    void itIsShownWhileItHoldsAndAfterwardsUntilItIsEmpty() {
        Provision emptied = of(from(MARCH).endedFrom(APRIL), on(MARCH, 2, 500), on(MAY, 2, -500));

        assertFalse(BOOK.shows(emptied, MARCH.minusMonths(1)), "not begun");
        assertTrue(BOOK.shows(emptied, MARCH), "in force");
        assertTrue(BOOK.shows(emptied, APRIL));
        assertFalse(BOOK.shows(emptied, MAY));
    }

    @Test
    void aBalanceBeforeItBeginsDoesNotShowIt() {
        Provision later = of(from(MAY), on(MARCH, 2, 500));

        assertFalse(BOOK.shows(later, APRIL));
    }

    @Test
    void theFirstMonthBelowZeroIsFoundByMovementsAndRows() {
        Provision overdrawn = of(from(MARCH), on(MARCH, 2, 500), on(APRIL, 30, -501), on(MAY, 1, 1));

        assertEquals(Optional.of(APRIL), BOOK.negativeFrom(overdrawn, MARCH));
        assertEquals(Optional.of(APRIL), BOOK.negativeFrom(overdrawn, APRIL), "the month itself counts");
        assertEquals(Optional.empty(), BOOK.negativeFrom(overdrawn, MAY), "it is 0 again");
        assertEquals(Optional.empty(), BOOK.negativeFrom(of(from(MARCH)), MARCH), "0 is not below 0");

        Provision byRows = of(from(MARCH)).withRows(new TreeMap<>(Map.of(MAY, SavingFacts.ofPaidRow(new Money(-300)))));
        assertEquals(Optional.of(MAY), BOOK.negativeFrom(byRows, MARCH));
        assertEquals(Optional.of(MAY.plusMonths(2)), BOOK.negativeFrom(byRows, MAY.plusMonths(2)), "it still is");
    }
}
