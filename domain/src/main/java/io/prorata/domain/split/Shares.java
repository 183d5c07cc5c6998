package io.prorata.domain.split;

import io.prorata.domain.money.Money;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** What each member pays of something, in member order. */
public record Shares(List<Money> amounts) {

    public Shares {
        amounts = List.copyOf(amounts);
    }

    /** Nothing to pay for each of {@code members}. */
    public static Shares none(int members) {
        return new Shares(Collections.nCopies(members, Money.ZERO));
    }

    public Money total() {
        return Money.sum(amounts);
    }

    public Money of(int member) {
        return amounts.get(member);
    }

    public Shares plus(Shares other) {
        return new Shares(IntStream.range(0, amounts.size())
                .mapToObj(member -> of(member).plus(other.of(member)))
                .toList());
    }

    public Shares negated() {
        return new Shares(amounts.stream().map(Money::negated).toList());
    }
}
