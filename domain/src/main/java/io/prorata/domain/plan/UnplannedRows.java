package io.prorata.domain.plan;

import io.prorata.domain.ledger.Statistics;

/**
 * What rows of a month come to that nothing of the plan stands for. The plan is what a month costs, so these are in no total of it.
 *
 * @param fixed FIXED rows that pay no bill in force
 * @param provisions PROVISION rows that name no provision in force
 */
public record UnplannedRows(Statistics fixed, Statistics provisions) {}
