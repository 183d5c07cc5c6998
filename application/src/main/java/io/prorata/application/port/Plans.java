package io.prorata.application.port;

import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.plan.Config;
import io.prorata.domain.plan.PlanBook;
import io.prorata.domain.provision.Provision;
import java.util.Optional;

/** Everything a household has planned. */
public interface Plans {

    /** Returns the whole plan: configs in force, bills and provisions with all their terms and movements. */
    PlanBook book(HouseholdId household);

    /** Returns a version of the config, superseded or not. */
    Optional<Config> config(HouseholdId household, long id);

    long nextConfigId(HouseholdId household);

    /** Adds a version; one from the same month is superseded and stays readable by its id. */
    void add(HouseholdId household, Config config);

    long nextFixedExpenseId(HouseholdId household);

    void add(HouseholdId household, FixedExpense expense);

    long nextProvisionId(HouseholdId household);

    void add(HouseholdId household, Provision provision);
}
