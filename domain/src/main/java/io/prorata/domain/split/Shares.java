package io.prorata.domain.split;

import io.prorata.domain.money.Money;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The share of each member in an amount, in member order. */
public record Shares(List<Money> amounts) {

    /** Takes a copy of the amounts. */
    public Shares {
        amounts = List.copyOf(amounts);
    }

    /** A share of zero for each of {@code members}. */
    public static Shares none(int members) {
        return new Shares(Collections.nCopies(members, Money.ZERO));
    }

    /**
     * Returns the sum of all of {@code shares}, for each of {@code members}.
     *
     * @throws IllegalArgumentException if one of them has another number of members
     */
    public static Shares sum(int members, Collection<Shares> shares) {
        Money[] sums = new Money[members];
        Arrays.fill(sums, Money.ZERO);
        for (Shares some : shares) {
            requireAsMany(members, some);
            for (int member = 0; member < members; member++) {
                sums[member] = sums[member].plus(some.of(member));
            }
        }
        return new Shares(List.of(sums));
    }

    private static void requireAsMany(int members, Shares other) {
        if (members != other.amounts.size()) {
            throw new IllegalArgumentException(
                    "shares of " + members + " members and of " + other.amounts.size() + " do not add up");
        }
    }

    /** Returns the sum of all shares, which is the divided amount. */
    public Money total() {
        return Money.sum(amounts);
    }

    /** Returns the share of the member at this place. */
    public Money of(int member) {
        return amounts.get(member);
    }

    /**
     * Returns the sum of both for each member.
     *
     * @throws IllegalArgumentException if the number of members differs
     */
    public Shares plus(Shares other) {
        requireAsMany(amounts.size(), other);
        return new Shares(IntStream.range(0, amounts.size())
                .mapToObj(member -> of(member).plus(other.of(member)))
                .toList());
    }

    /** Returns the same shares with the other sign. */
    public Shares negated() {
        return new Shares(amounts.stream().map(Money::negated).toList());
    }

    /** Returns the amounts in minor units, in member order: {@code 53217 + 66783}. */
    @Override
    public String toString() {
        return amounts.stream().map(amount -> String.valueOf(amount.minor())).collect(Collectors.joining(" + "));
    }
}
