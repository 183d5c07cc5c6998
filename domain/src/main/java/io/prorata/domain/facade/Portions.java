package io.prorata.domain.facade;

import io.prorata.domain.household.MemberKey;
import io.prorata.domain.money.Money;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;

/**
 * An amount for each member. All have one currency, and add up to the divided amount.
 *
 * @param byMember in member order, at least one
 */
public record Portions(Map<MemberKey, Amount> byMember) {

    /** Refuses no members, and amounts of different currencies, with an {@link IllegalArgumentException}. */
    public Portions {
        if (byMember.isEmpty()) {
            throw new IllegalArgumentException("there is no portion");
        }
        byMember = Collections.unmodifiableMap(new LinkedHashMap<>(byMember));
        Currency currency = byMember.values().iterator().next().currency();
        byMember.values().forEach(amount -> amount.inThis(currency));
    }

    static Portions of(Map<MemberKey, Money> byMember, Currency currency) {
        Map<MemberKey, Amount> amounts = new LinkedHashMap<>();
        byMember.forEach((member, money) -> amounts.put(member, new Amount(money, currency)));
        return new Portions(amounts);
    }

    /**
     * Returns the amount of one member.
     *
     * @param member the member's key, such as {@code diana}
     * @throws NoSuchElementException if there is no such member
     */
    public Amount of(String member) {
        Amount amount = byMember.get(new MemberKey(member));
        if (amount == null) {
            throw new NoSuchElementException("no member " + member + " among " + byMember.keySet());
        }
        return amount;
    }

    /** Returns the sum of all. */
    public Amount total() {
        return byMember.values().stream().reduce(Amount::plus).orElseThrow();
    }

    /**
     * Returns the sum of both for each member.
     *
     * @throws IllegalArgumentException if members or currencies differ
     */
    public Portions plus(Portions other) {
        if (!byMember.keySet().equals(other.byMember.keySet())) {
            throw new IllegalArgumentException(
                    "portions of " + byMember.keySet() + " and of " + other.byMember.keySet() + " do not add up");
        }
        Map<MemberKey, Amount> sums = new LinkedHashMap<>();
        byMember.forEach((member, amount) -> sums.put(member, amount.plus(other.of(member.text()))));
        return new Portions(sums);
    }

    /** Returns the same portions with the other sign. */
    public Portions negated() {
        Map<MemberKey, Amount> negated = new LinkedHashMap<>();
        byMember.forEach((member, amount) -> negated.put(member, amount.negated()));
        return new Portions(negated);
    }

    /** Returns member and amount, one after the other: {@code diana 532.17 EUR, sam 667.83 EUR}. */
    @Override
    public String toString() {
        return byMember.entrySet().stream()
                .map(portion -> portion.getKey() + " " + portion.getValue())
                .collect(Collectors.joining(", "));
    }
}
