package io.prorata.domain.settlement;

import io.prorata.domain.household.Party;
import io.prorata.domain.money.Money;

/**
 * The amount that one party still has to pay.
 *
 * @param amount positive if the party pays, negative if it receives
 */
public record Due(Party party, Money amount) {}
