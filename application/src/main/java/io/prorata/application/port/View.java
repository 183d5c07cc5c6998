package io.prorata.application.port;

import io.prorata.domain.household.Household;
import io.prorata.domain.plan.MonthPlan;
import io.prorata.domain.plan.MonthSummary;

/** What a view shows, before it is written down. */
public sealed interface View {

    Household household();

    record SlimSummary(Household household, MonthSummary summary) implements View {}

    record Provisions(Household household, MonthPlan plan) implements View {}
}
