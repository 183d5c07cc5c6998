package io.prorata.domain.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.prorata.domain.money.Money;
import io.prorata.domain.testkit.Any;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Formula 11. */
class StatisticsTest {

    private static Statistics of(long... amounts) {
        return Statistics.sum(LongStream.of(amounts)
                .mapToObj(amount -> Statistics.of(new Money(amount)))
                .toList());
    }

    @Test
    void countsAddsAndKeepsTheExtremes() {
        assertEquals(new Statistics(3, new Money(2), new Money(-5), new Money(4)), of(3, -5, 4));
        assertEquals(Statistics.NONE, of());
        assertEquals(Money.ZERO, Statistics.NONE.mean());
    }

    @Test
    void theMeanRoundsHalfAwayFromZero() {
        assertEquals(new Money(2), of(1, 2).mean());
        assertEquals(new Money(-2), of(-1, -2).mean());
        assertEquals(new Money(1), of(1, 1, 2).mean());
        assertEquals(new Money(0), of(1, 0, 0).mean());
    }

    @Test
    void turnedSignsSwapTheExtremes() {
        assertEquals(of(-3, 5, -4), of(3, -5, 4).negated());
        assertEquals(Statistics.NONE, Statistics.NONE.negated());
    }

    @Test
    void groupsAddUpInAnyGrouping() {
        for (long seed = 0; seed < 3_000; seed++) {
            var random = new SplittableRandom(seed);
            List<Money> rows = IntStream.range(0, random.nextInt(9))
                    .mapToObj(i -> Any.signed(random))
                    .toList();
            int cut = random.nextInt(rows.size() + 1);
            Statistics whole = Statistics.sum(rows.stream().map(Statistics::of).toList());
            Statistics left = Statistics.sum(
                    rows.subList(0, cut).stream().map(Statistics::of).toList());
            Statistics right = Statistics.sum(
                    rows.subList(cut, rows.size()).stream().map(Statistics::of).toList());
            String example = "seed " + seed + ": " + rows;
            assertEquals(whole, left.plus(right), example);
            assertEquals(whole, right.plus(left), example);
            assertEquals(Money.sum(rows), whole.sum(), example);
            assertEquals(rows.size(), whole.count(), example);
            assertEquals(whole.mean().negated(), whole.negated().mean(), example);
        }
    }

    @Test
    void figuresThatNoRowsHaveAreRefused() {
        Money one = new Money(1);
        assertThrows(IllegalArgumentException.class, () -> new Statistics(-1, one, one, one));
        assertThrows(IllegalArgumentException.class, () -> new Statistics(0, one, Money.ZERO, Money.ZERO));
        assertThrows(IllegalArgumentException.class, () -> new Statistics(0, Money.ZERO, one.negated(), Money.ZERO));
        assertThrows(IllegalArgumentException.class, () -> new Statistics(0, Money.ZERO, Money.ZERO, one));
        assertThrows(IllegalArgumentException.class, () -> new Statistics(2, one, one, Money.ZERO));
    }

    @Test
    void overflowIsAnError() {
        var most = Statistics.of(new Money(Long.MAX_VALUE));
        assertThrows(ArithmeticException.class, () -> most.plus(most));
    }

    @Test
    void whatNobodyAskedForIsNotMadeUp() {
        Statistics summed = Statistics.summed(3, new Money(2));
        assertEquals(new Money(1), summed.mean());
        assertThrows(IllegalStateException.class, summed::min);
        assertThrows(IllegalStateException.class, summed::max);
        assertEquals(Statistics.summed(4, new Money(7)), summed.plus(of(5)));
        assertEquals(Statistics.summed(4, new Money(7)), of(5).plus(summed));
        assertEquals(Statistics.summed(3, new Money(-2)), summed.negated());
        assertEquals(summed, Statistics.NONE.plus(summed));
        assertEquals(Statistics.NONE, Statistics.summed(0, Money.ZERO));
        Money one = new Money(1);
        assertThrows(IllegalArgumentException.class, () -> new Statistics(1, one, one, null));
    }
}
