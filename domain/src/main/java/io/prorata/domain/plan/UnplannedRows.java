package io.prorata.domain.plan;

import io.prorata.domain.ledger.Statistics;

/**
 * The sums of rows of a month without a counterpart in the plan. The cost of a month is its plan, so they are in no total of it.
 *
 * @param fixed FIXED rows that pay no bill in force
 * @param provisions PROVISION rows that name no provision in force
 */
public record UnplannedRows(Statistics fixed, Statistics provisions) {}
