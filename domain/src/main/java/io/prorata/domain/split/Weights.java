package io.prorata.domain.split;

import io.prorata.domain.money.Money;
import java.math.BigInteger;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * The proportion in which members pay, in member order. Only the proportion matters: doubling all weights changes nothing.
 *
 * @param values none negative and at least one positive
 */
public record Weights(List<Long> values) {

    /** The largest weight, so that the sum fits a {@code long} for any household. */
    public static final long LARGEST = Money.LARGEST.minor();

    /** Refuses negative and too large weights, weights that are all zero, and no weights, with an {@link IllegalArgumentException}. */
    public Weights {
        values = List.copyOf(values);
        requireWeights(values);
    }

    /** Refuses invalid weights with an {@link IllegalArgumentException}. */
    static void requireWeights(Collection<Long> weights) {
        if (weights.isEmpty()) {
            throw new IllegalArgumentException("at least one weight is positive, and nobody has any");
        }
        if (weights.stream().anyMatch(weight -> weight < 0)) {
            throw new IllegalArgumentException("a weight is never negative");
        }
        if (weights.stream().anyMatch(weight -> weight > LARGEST)) {
            throw new IllegalArgumentException("a weight is at most " + LARGEST);
        }
        if (weights.stream().allMatch(weight -> weight == 0)) {
            throw new IllegalArgumentException("at least one weight is positive");
        }
    }

    /** Returns these weights, in member order. */
    public static Weights of(long... weights) {
        return new Weights(LongStream.of(weights).boxed().toList());
    }

    /** The same for each of {@code members}. */
    public static Weights equal(int members) {
        return new Weights(Collections.nCopies(members, 1L));
    }

    /** In proportion to {@code amounts}, none negative and one positive. */
    public static Weights inProportionTo(List<Money> amounts) {
        return new Weights(amounts.stream().map(Money::minor).toList());
    }

    /** Returns the number of members. */
    public int size() {
        return values.size();
    }

    /** Returns the weight of the member at this place. */
    public long of(int member) {
        return values.get(member);
    }

    /** Returns the sum of all weights. */
    public long total() {
        return values.stream().reduce(0L, Math::addExact);
    }

    /**
     * The number of a month. It decides which member gets the odd unit of equal shares (formula 3).
     *
     * @return {@code year * 12 + month - 1}
     * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f3">Formula 3, allocation</a>
     */
    public static long turnOf(YearMonth month) {
        return month.getYear() * 12L + month.getMonthValue() - 1;
    }

    /**
     * Divides {@code amount} by these weights: largest remainder, ties from member {@code turn mod n} on (formula 3).
     *
     * @param turn the month's number, see {@link #turnOf}
     * @return the share of each member, in member order; the shares add up to {@code amount}, and those of a negative amount
     *     mirror those of the positive one
     * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f3">Formula 3, allocation</a>
     */
    public Shares allocate(Money amount, long turn) {
        return allocate(values, amount, turn);
    }

    /**
     * Divides {@code amount} in proportion to sums, as {@link #allocate} does by weights. Weights have an upper bound; sums of a month do
     * not.
     *
     * @param sums in member order, none negative and at least one positive
     * @param turn the month's number, see {@link #turnOf}
     * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f3">Formula 3, allocation</a>
     */
    public static Shares inProportion(Money amount, List<Money> sums, long turn) {
        return allocate(sums.stream().map(Money::minor).toList(), amount, turn);
    }

    private static Shares allocate(List<Long> weights, Money amount, long turn) {
        int members = weights.size();
        long[] share = new long[members];
        long[] remainder = new long[members];
        long units = Math.absExact(amount.minor());
        long left = units;
        long total = weights.stream().reduce(0L, Math::addExact);
        for (int m = 0; m < members; m++) {
            long weight = weights.get(m);
            if (Math.multiplyHigh(units, weight) == 0 && units * weight >= 0) {
                share[m] = units * weight / total;
                remainder[m] = units * weight % total;
            } else {
                BigInteger[] parts = BigInteger.valueOf(units)
                        .multiply(BigInteger.valueOf(weight))
                        .divideAndRemainder(BigInteger.valueOf(total));
                share[m] = parts[0].longValueExact();
                remainder[m] = parts[1].longValueExact();
            }
            left -= share[m];
        }
        int first = Math.floorMod(turn, members);
        for (; left > 0; left--) {
            int next = first;
            for (int i = 1; i < members; i++) {
                int m = (first + i) % members;
                next = remainder[m] > remainder[next] ? m : next;
            }
            share[next]++;
            remainder[next] = -1;
        }
        Shares shares = new Shares(LongStream.of(share).mapToObj(Money::new).toList());
        return amount.isNegative() ? shares.negated() : shares;
    }

    /** Returns the weights as a proportion: {@code 255000 : 320000}. */
    @Override
    public String toString() {
        return values.stream().map(String::valueOf).collect(Collectors.joining(" : "));
    }
}
