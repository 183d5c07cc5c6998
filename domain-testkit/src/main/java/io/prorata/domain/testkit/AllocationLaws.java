package io.prorata.domain.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.domain.money.Money;
import io.prorata.domain.split.Shares;
import io.prorata.domain.split.Weights;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The laws of dividing an amount (formula 3), each over many examples. A test of an implementation implements this. */
public interface AllocationLaws {

    /**
     * Divides {@code amount} by {@code weights}.
     *
     * @param turn the number of the month, see {@link Weights#turnOf}
     * @return the share of each member, in the order of the weights
     */
    Shares allocate(Weights weights, Money amount, long turn);

    /** Returns the number of examples for each law; the system property {@code prorata.examples} overrides it. */
    default int examples() {
        return Integer.getInteger("prorata.examples", 3_000);
    }

    /**
     * An example: an amount and weights.
     *
     * @param seed that generates it
     */
    record Example(long seed, Weights weights, Money amount, long turn) {

        /** Generates an example. */
        public static Example of(long seed) {
            var random = new SplittableRandom(seed);
            return new Example(
                    seed,
                    Any.weights(random, Any.members(random)),
                    Any.signed(random),
                    Weights.turnOf(Any.month(random)));
        }
    }

    private List<Example> drawn() {
        return LongStream.range(0, examples()).mapToObj(Example::of).toList();
    }

    private Shares shares(Example example) {
        return allocate(example.weights(), example.amount(), example.turn());
    }

    /** Shares add up to the amount, and those of a refund mirror those of its cost. */
    @Test
    default void sharesAddUpAndARefundMirrorsItsCost() {
        for (Example example : drawn()) {
            assertEquals(example.amount(), shares(example).total(), example.toString());
            assertEquals(
                    shares(example).negated(),
                    allocate(example.weights(), example.amount().negated(), example.turn()),
                    example.toString());
        }
    }

    /** A share differs from the exact one by less than a unit. */
    @Test
    default void aShareDiffersFromTheExactOneByLessThanAUnit() {
        for (Example example : drawn()) {
            BigInteger total = BigInteger.valueOf(example.weights().total());
            Shares shares = shares(example);
            for (int m = 0; m < example.weights().size(); m++) {
                BigInteger exact = BigInteger.valueOf(example.amount().minor())
                        .multiply(BigInteger.valueOf(example.weights().of(m)));
                BigInteger off = BigInteger.valueOf(shares.of(m).minor())
                        .multiply(total)
                        .subtract(exact)
                        .abs();
                assertTrue(off.compareTo(total) < 0, example.toString());
            }
        }
    }

    /** A member without weight pays nothing. */
    @Test
    default void whoeverHasNoWeightPaysNothing() {
        for (Example example : drawn()) {
            for (int m = 0; m < example.weights().size(); m++) {
                if (example.weights().of(m) == 0) {
                    assertEquals(Money.ZERO, shares(example).of(m), example.toString());
                }
            }
        }
    }

    /** Equal weights differ by at most a unit. */
    @Test
    default void equalWeightsDifferByAtMostAUnit() {
        for (Example example : drawn()) {
            Shares shares = allocate(Weights.equal(example.weights().size()), example.amount(), example.turn());
            Money most = Collections.max(shares.amounts());
            assertTrue(most.minus(Collections.min(shares.amounts())).minor() <= 1, example.toString());
        }
    }

    /** Scaling all weights changes nothing. */
    @Test
    default void onlyProportionsMatter() {
        for (Example example : drawn()) {
            long largest = Collections.max(example.weights().values());
            long factor = 1 + new SplittableRandom(example.seed()).nextLong(Weights.LARGEST / largest);
            var scaled = new Weights(example.weights().values().stream()
                    .map(weight -> weight * factor)
                    .toList());
            assertEquals(shares(example), allocate(scaled, example.amount(), example.turn()), example + " x " + factor);
        }
    }

    /** The order among equals is a ring of members: rotating members and turn gives the same shares. */
    @Test
    default void turningTheRingOfMembersTurnsTheShares() {
        for (Example example : drawn()) {
            int by = new SplittableRandom(example.seed())
                    .nextInt(example.weights().size());
            List<Long> weights = new ArrayList<>(example.weights().values());
            Collections.rotate(weights, by);
            List<Money> shares = new ArrayList<>(shares(example).amounts());
            Collections.rotate(shares, by);
            assertEquals(
                    shares,
                    allocate(new Weights(weights), example.amount(), example.turn() + by)
                            .amounts(),
                    example + " by " + by);
        }
    }

    /** If no two remainders are equal, any order of members gives the same shares. */
    @Test
    default void whereNoTwoRemaindersAreEqualAnyOrderOfMembersGivesTheSameShares() {
        int without = 0;
        for (Example example : drawn()) {
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
                    order.stream().map(shares(example)::of).toList(),
                    allocate(weights, example.amount(), example.turn() + 1).amounts(),
                    example + " in order " + order);
        }
        assertTrue(without > examples() / 10, "only " + without + " examples without a tie");
    }

    /** An independent method gives the same: each unit goes to the member who is owed most, ties by the ring. */
    @Test
    default void isTheLargestRemainderMethod() {
        for (Example example : drawn()) {
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
            assertEquals(expected, shares(example).amounts(), example.toString());
        }
    }

    /** In as many months as there are members, equal weights cost each the same. */
    @Test
    default void inAsManyMonthsAsThereAreMembersEqualWeightsCostEachTheSame() {
        for (Example example : drawn()) {
            int members = example.weights().size();
            Shares sum = Shares.none(members);
            for (int i = 0; i < members; i++) {
                sum = sum.plus(allocate(Weights.equal(members), example.amount(), example.turn() + i));
            }
            assertEquals(Collections.nCopies(members, example.amount()), sum.amounts(), example.toString());
        }
    }
}
