package io.prorata.application.request;

import io.prorata.application.port.Actor;
import io.prorata.application.port.Tokens;
import io.prorata.domain.household.HouseholdId;
import java.util.Currency;

/**
 * The rights of an authenticated caller.
 *
 * @param household of the caller, the only one they can use
 * @param actor in the audit
 * @param currency of the household at the time of authentication
 */
public record Access(HouseholdId household, Tokens.TokenScope scope, Actor actor, Currency currency) {}
