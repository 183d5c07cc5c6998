package io.prorata.domain.settlement;

import io.prorata.domain.household.Household;
import io.prorata.domain.money.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The fewest transfers that bring every due to zero (formula 16).
 *
 * <p>n parties whose dues add up to zero need at most n - 1 transfers; every further group of parties whose own dues add up to
 * zero saves one. So the parties are divided into as many zero-sum groups as possible. Of several such divisions, the one whose groups come
 * first in lexicographic order is used, so that the same dues always give the same transfers.
 *
 * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f16">Formula 16, transfers</a>
 */
public final class Transfers {

    /** All members and the pot. */
    public static final int MOST_PARTIES = Household.MOST_MEMBERS + 1;

    private Transfers() {}

    /**
     * Returns the transfers that settle {@code dues}, in order of the groups; within a group the largest payer pays the largest receiver,
     * ties to the earlier place, until nothing is left. The cost grows with 3 to the power of the number of parties with a due.
     *
     * @param dues of the parties in order: members first, then the pot; together zero
     * @throws IllegalArgumentException if they do not add up to zero, a party is named twice, or there are more than
     *     {@link #MOST_PARTIES}
     */
    public static List<Transfer> fewest(List<Due> dues) {
        requireSettleable(dues);
        int[] owing = IntStream.range(0, dues.size())
                .filter(place -> !dues.get(place).amount().isZero())
                .toArray();
        List<Transfer> transfers = new ArrayList<>();
        for (int group : Division.best(amounts(dues, owing))) {
            transfers.addAll(within(dues, places(owing, group)));
        }
        return List.copyOf(transfers);
    }

    private static void requireSettleable(List<Due> dues) {
        if (dues.size() > MOST_PARTIES) {
            throw new IllegalArgumentException("at most " + MOST_PARTIES + " parties settle up");
        }
        if (dues.stream().map(Due::party).distinct().count() < dues.size()) {
            throw new IllegalArgumentException("a party is named twice");
        }
        if (!Money.sum(dues.stream().map(Due::amount).toList()).isZero()) {
            throw new IllegalArgumentException("the dues do not add up to zero");
        }
    }

    private static long[] amounts(List<Due> dues, int[] owing) {
        return IntStream.of(owing)
                .mapToLong(place -> dues.get(place).amount().minor())
                .toArray();
    }

    private static List<Integer> places(int[] owing, int group) {
        return IntStream.range(0, owing.length)
                .filter(bit -> (group >> bit & 1) == 1)
                .mapToObj(bit -> owing[bit])
                .toList();
    }

    private static List<Transfer> within(List<Due> dues, List<Integer> places) {
        long[] left = places.stream()
                .mapToLong(place -> dues.get(place).amount().minor())
                .toArray();
        Comparator<Integer> smallestFirst = Comparator.comparingLong(i -> left[i]);
        List<Transfer> transfers = new ArrayList<>();
        while (true) {
            // Of equal ones min() keeps the first.
            int payer = indices(left).min(smallestFirst.reversed()).orElseThrow();
            int receiver = indices(left).min(smallestFirst).orElseThrow();
            if (left[payer] == 0) {
                return transfers;
            }
            long amount = Math.min(left[payer], -left[receiver]);
            left[payer] -= amount;
            left[receiver] += amount;
            transfers.add(new Transfer(
                    dues.get(places.get(payer)).party(),
                    dues.get(places.get(receiver)).party(),
                    new Money(amount)));
        }
    }

    private static Stream<Integer> indices(long[] left) {
        return IntStream.range(0, left.length).boxed();
    }

    /**
     * An exact search over the subsets of parties; a subset is a bit mask, its lowest bit its first party.
     *
     * @param groups the number of zero-sum groups
     * @param first the group of the first party
     * @param rest the division of the others
     */
    private record Division(int groups, int first, @Nullable Division rest) {

        static List<Integer> best(long[] amounts) {
            int all = (1 << amounts.length) - 1;
            long[] sums = new long[all + 1];
            for (int mask = 1; mask <= all; mask++) {
                int low = Integer.numberOfTrailingZeros(mask);
                sums[mask] = new Money(sums[mask & mask - 1])
                        .plus(new Money(amounts[low]))
                        .minor();
            }
            @Nullable Division[] best = new Division[all + 1];
            // The parts of a subset are smaller numbers, so they are computed before it.
            for (int mask = 1; mask <= all; mask++) {
                if (sums[mask] == 0) {
                    best[mask] = of(mask, sums, best);
                }
            }
            List<Integer> groups = new ArrayList<>();
            for (Division division = best[all]; division != null; division = division.rest) {
                groups.add(division.first);
            }
            return groups;
        }

        private static Division of(int mask, long[] sums, @Nullable Division[] best) {
            int low = Integer.lowestOneBit(mask);
            Division found = new Division(1, mask, null);
            int others = mask & ~low;
            // Every non-empty set of parties that is left to other groups.
            for (int subset = others; subset != 0; subset = subset - 1 & others) {
                int group = mask & ~subset;
                if (sums[group] == 0) {
                    Division rest = best[subset];
                    if (rest != null) {
                        found = earlier(found, new Division(rest.groups + 1, group, rest));
                    }
                }
            }
            return found;
        }

        private static Division earlier(Division one, Division other) {
            if (one.groups != other.groups) {
                return one.groups > other.groups ? one : other;
            }
            Division a = one;
            Division b = other;
            while (a != null && b != null && a.first == b.first) {
                a = a.rest;
                b = b.rest;
            }
            return a == null || b == null || comesFirst(a.first, b.first) ? one : other;
        }

        /** Compares two groups as ascending lists of places. */
        private static boolean comesFirst(int one, int other) {
            int a = one;
            int b = other;
            while (a != 0 && b != 0) {
                int low = Integer.lowestOneBit(a);
                int otherLow = Integer.lowestOneBit(b);
                if (low != otherLow) {
                    return low < otherLow;
                }
                a &= ~low;
                b &= ~low;
            }
            // The shorter of two lists that begin alike comes first.
            return a == 0;
        }
    }
}
