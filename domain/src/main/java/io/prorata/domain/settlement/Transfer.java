package io.prorata.domain.settlement;

import io.prorata.domain.household.Party;
import io.prorata.domain.money.Money;

/**
 * One payment between two parties.
 *
 * @param amount more than zero
 */
public record Transfer(Party from, Party to, Money amount) {

    /** Refuses a transfer of zero, of a negative amount or to oneself with an {@link IllegalArgumentException}. */
    public Transfer {
        if (amount.minor() <= 0) {
            throw new IllegalArgumentException("a transfer is of more than zero");
        }
        if (from.equals(to)) {
            throw new IllegalArgumentException("nobody transfers to themselves");
        }
    }
}
