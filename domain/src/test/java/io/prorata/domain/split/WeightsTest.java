package io.prorata.domain.split;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.domain.Any;
import io.prorata.domain.money.Money;
import java.math.BigInteger;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The laws of dividing (formula 3), each over a few thousand examples. */
class WeightsTest {

    private static final int SEEDS = 3_000;

    /** Something to divide. */
    private record Example(long seed, Weights weights, Money amount, long turn) {
        static Example of(long seed) {
            var random = new SplittableRandom(seed);
            return new Example(
                    seed,
                    Any.weights(random, Any.members(random)),
                    Any.signed(random),
                    Weights.turnOf(Any.month(random)));
        }

        Shares shares() {
            return weights.allocate(amount, turn);
        }
    }

    private static List<Example> examples() {
        return LongStream.range(0, SEEDS).mapToObj(Example::of).toList();
    }

    @Test
    void sharesAddUpAndARefundMirrorsItsCost() {
        for (Example example : examples()) {
            assertEquals(example.amount(), example.shares().total(), example.toString());
            assertEquals(
                    example.shares().negated(),
                    example.weights().allocate(example.amount().negated(), example.turn()),
                    example.toString());
        }
    }

    @Test
    void aShareDiffersFromTheExactOneByLessThanAUnit() {
        for (Example example : examples()) {
            BigInteger total = BigInteger.valueOf(example.weights().total());
            for (int m = 0; m < example.weights().size(); m++) {
                BigInteger exact = BigInteger.valueOf(example.amount().minor())
                        .multiply(BigInteger.valueOf(example.weights().of(m)));
                BigInteger off = BigInteger.valueOf(example.shares().of(m).minor())
                        .multiply(total)
                        .subtract(exact)
                        .abs();
                assertTrue(off.compareTo(total) < 0, example.toString());
            }
        }
    }

    @Test
    void whoeverHasNoWeightPaysNothing() {
        for (Example example : examples()) {
            for (int m = 0; m < example.weights().size(); m++) {
                if (example.weights().of(m) == 0) {
                    assertEquals(Money.ZERO, example.shares().of(m), example.toString());
                }
            }
        }
    }

    @Test
    void equalWeightsDifferByAtMostAUnit() {
        for (Example example : examples()) {
            Shares shares = Weights.equal(example.weights().size()).allocate(example.amount(), example.turn());
            Money most = Collections.max(shares.amounts());
            assertTrue(most.minus(Collections.min(shares.amounts())).minor() <= 1, example.toString());
        }
    }

    @Test
    void onlyProportionsMatter() {
        for (Example example : examples()) {
            long largest = Collections.max(example.weights().values());
            long factor = 1 + new SplittableRandom(example.seed()).nextLong(Weights.LARGEST / largest);
            var scaled = new Weights(example.weights().values().stream()
                    .map(weight -> weight * factor)
                    .toList());
            assertEquals(example.shares(), scaled.allocate(example.amount(), example.turn()), example + " x " + factor);
        }
    }

    /** Whoever comes first among equals goes by the ring of members, and a ring can be turned. */
    @Test
    void turningTheRingOfMembersTurnsTheShares() {
        for (Example example : examples()) {
            int by = new SplittableRandom(example.seed())
                    .nextInt(example.weights().size());
            List<Long> weights = new ArrayList<>(example.weights().values());
            Collections.rotate(weights, by);
            List<Money> shares = new ArrayList<>(example.shares().amounts());
            Collections.rotate(shares, by);
            assertEquals(
                    shares,
                    new Weights(weights)
                            .allocate(example.amount(), example.turn() + by)
                            .amounts(),
                    example + " by " + by);
        }
    }

    @Test
    void whereNoTwoRemaindersAreEqualAnyOrderOfMembersGivesTheSameShares() {
        int without = 0;
        for (Example example : examples()) {
            BigInteger total = BigInteger.valueOf(example.weights().total());
            long remainders = example.weights().values().stream()
                    .map(weight -> BigInteger.valueOf(example.amount().minor())
                            .multiply(BigInteger.valueOf(weight))
                            .mod(total))
                    .distinct()
                    .count();
            if (remainders < example.weights().size()) {
                continue;
            }
            without++;
            List<Integer> order = Any.shuffled(
                    new SplittableRandom(example.seed()),
                    IntStream.range(0, example.weights().size()).boxed().toList());
            var weights = new Weights(order.stream().map(example.weights()::of).toList());
            assertEquals(
                    order.stream().map(example.shares()::of).toList(),
                    weights.allocate(example.amount(), example.turn() + 1).amounts(),
                    example + " in order " + order);
        }
        assertTrue(without > SEEDS / 10, "only " + without + " examples without a tie");
    }

    /** Another way to the same: one unit after another goes to whoever is owed most, ties by the ring. */
    @Test
    void isTheLargestRemainderMethod() {
        for (Example example : examples()) {
            int members = example.weights().size();
            BigInteger total = BigInteger.valueOf(example.weights().total());
            BigInteger whole = BigInteger.valueOf(Math.abs(example.amount().minor()));
            BigInteger[] share = new BigInteger[members];
            BigInteger[] owed = new BigInteger[members];
            BigInteger left = whole;
            for (int m = 0; m < members; m++) {
                BigInteger exact =
                        whole.multiply(BigInteger.valueOf(example.weights().of(m)));
                share[m] = exact.divide(total);
                owed[m] = exact.subtract(share[m].multiply(total));
                left = left.subtract(share[m]);
            }
            for (; left.signum() > 0; left = left.subtract(BigInteger.ONE)) {
                int first = Math.floorMod(example.turn(), members);
                int next = first;
                for (int i = 1; i < members; i++) {
                    int m = (first + i) % members;
                    next = owed[m].compareTo(owed[next]) > 0 ? m : next;
                }
                share[next] = share[next].add(BigInteger.ONE);
                owed[next] = BigInteger.ONE.negate();
            }
            List<Money> expected = IntStream.range(0, members)
                    .mapToObj(m -> new Money(share[m].longValueExact()
                            * Long.signum(example.amount().minor())))
                    .toList();
            assertEquals(expected, example.shares().amounts(), example.toString());
        }
    }

    @Test
    void inAsManyMonthsAsThereAreMembersEqualWeightsCostEachTheSame() {
        for (Example example : examples()) {
            int members = example.weights().size();
            Shares sum = Shares.none(members);
            for (int i = 0; i < members; i++) {
                sum = sum.plus(Weights.equal(members).allocate(example.amount(), example.turn() + i));
            }
            assertEquals(Collections.nCopies(members, example.amount()), sum.amounts(), example.toString());
        }
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
