package io.prorata.adapter.persistence;

import io.prorata.application.port.Plans;
import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.plan.Config;
import io.prorata.domain.plan.PlanBook;
import io.prorata.domain.provision.Provision;
import java.util.Optional;
import org.jooq.DSLContext;

/** The plan in its tables: one class per kind of thing. */
final class JooqPlans implements Plans {

    private final DSLContext sql;

    JooqPlans(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public PlanBook book(HouseholdId household) {
        return new PlanBook(
                ConfigRows.inForce(sql, household),
                FixedExpenseRows.all(sql, household),
                ProvisionRows.all(sql, household));
    }

    @Override
    public Optional<Config> config(HouseholdId household, long id) {
        return ConfigRows.find(sql, household, id);
    }

    @Override
    public long nextConfigId(HouseholdId household) {
        return Counters.next(sql, household, "config", 1);
    }

    @Override
    public void add(HouseholdId household, Config config) {
        ConfigRows.add(sql, household, config);
    }

    @Override
    public long nextFixedExpenseId(HouseholdId household) {
        return Counters.next(sql, household, "fixed expense", 1);
    }

    @Override
    public void add(HouseholdId household, FixedExpense expense) {
        FixedExpenseRows.add(sql, household, expense);
    }

    @Override
    public long nextProvisionId(HouseholdId household) {
        return Counters.next(sql, household, "provision", 1);
    }

    @Override
    public void add(HouseholdId household, Provision provision) {
        ProvisionRows.add(sql, household, provision);
    }
}
