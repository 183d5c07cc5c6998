package io.prorata.application.plan;

import java.time.YearMonth;
import java.util.Currency;
import java.util.SortedSet;

/**
 * A thing as a write has left it.
 *
 * @param currency of its amounts
 * @param plansMoved the months that are over in which figures are not as they were
 */
public record PlanChange<T>(T thing, Currency currency, SortedSet<YearMonth> plansMoved) {}
