package io.prorata.domain.split;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.prorata.domain.money.Money;
import io.prorata.domain.testkit.AllocationLaws;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Dividing (formula 3): its laws, and examples. */
class WeightsTest implements AllocationLaws {

    @Override
    public Shares allocate(Weights weights, Money amount, long turn) {
        return weights.allocate(amount, turn);
    }

    @Test
    void theOddCentMovesOnEachMonth() {
        long january = Weights.turnOf(YearMonth.of(2024, 1));
        assertEquals(2024L * 12, january);
        assertEquals(january + 11, Weights.turnOf(YearMonth.of(2024, 12)));
        assertEquals(
                List.of(new Money(1), Money.ZERO),
                Weights.equal(2).allocate(new Money(1), january).amounts());
        assertEquals(
                List.of(Money.ZERO, new Money(1)),
                Weights.equal(2).allocate(new Money(1), january + 1).amounts());
        assertEquals(
                List.of(Money.ZERO, new Money(-1), new Money(-1)),
                Weights.equal(3).allocate(new Money(-2), january + 1).amounts());
        assertEquals(
                List.of(Money.ZERO, new Money(1)),
                Weights.equal(2).allocate(new Money(1), -1).amounts());
    }

    @Test
    void theLargestAmountsAndWeightsDoNotOverflow() {
        var heavy = new Weights(Collections.nCopies(12, Weights.LARGEST));
        assertEquals(Money.LARGEST, heavy.allocate(Money.LARGEST, 5).total());
        assertEquals(
                new Money(Long.MAX_VALUE),
                heavy.allocate(new Money(Long.MAX_VALUE), 5).total());
        assertThrows(ArithmeticException.class, () -> heavy.allocate(new Money(Long.MIN_VALUE), 5));
    }

    @Test
    void noWeightIsNegativeOrTooLargeAndOneIsPositive() {
        assertThrows(IllegalArgumentException.class, () -> Weights.of(1, -1));
        assertThrows(IllegalArgumentException.class, () -> Weights.of(0, 0));
        assertThrows(IllegalArgumentException.class, () -> Weights.of(Weights.LARGEST + 1));
        assertThrows(
                IllegalArgumentException.class, () -> Weights.inProportionTo(List.of(new Money(1), new Money(-1))));
        assertEquals(Weights.of(0, 3), Weights.inProportionTo(List.of(Money.ZERO, new Money(3))));
        assertEquals(Weights.of(1, 1, 1), Weights.equal(3));
        assertEquals(4, Weights.of(1, 3).total());
    }

    @Test
    void weightsOfNobodyAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Weights.of());
        assertThrows(IllegalArgumentException.class, () -> Weights.equal(0));
        assertThrows(IllegalArgumentException.class, () -> Weights.inProportionTo(List.of()));
    }

    @Test
    void theyAreReadAsAProportion() {
        assertEquals("255000 : 320000", Weights.of(255_000, 320_000).toString());
        assertEquals("2 + -1", new Shares(List.of(new Money(2), new Money(-1))).toString());
    }

    @Test
    void sharesOfDifferentHouseholdsDoNotAddUp() {
        assertThrows(IllegalArgumentException.class, () -> Shares.none(2).plus(Shares.none(3)));
        assertThrows(IllegalArgumentException.class, () -> Shares.none(3).plus(Shares.none(2)));
        List<Money> given = new ArrayList<>(List.of(new Money(1)));
        var shares = new Shares(given);
        given.clear();
        assertEquals(new Money(1), shares.total());
    }
}
