package io.prorata.application.request;

import io.prorata.application.port.Actor;
import io.prorata.application.port.Tokens;
import io.prorata.domain.household.HouseholdId;
import java.util.Currency;

/**
 * What somebody who has proved who they are may do.
 *
 * @param household theirs, and the only one they can name
 * @param actor as the audit shows them
 * @param currency of their household, when they were let in
 */
public record Access(HouseholdId household, Tokens.TokenScope scope, Actor actor, Currency currency) {}
