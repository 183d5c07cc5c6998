package io.prorata.adapter.persistence;

import io.prorata.application.port.Plans;
import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.plan.Config;
import io.prorata.domain.plan.PlanBook;
import io.prorata.domain.provision.Provision;
import io.prorata.domain.time.Timeline;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jooq.DSLContext;

/** The plan in its tables: one class per kind of thing. */
final class JooqPlans implements Plans {

    private final DSLContext sql;

    JooqPlans(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public PlanBook book(HouseholdId household) {
        var together = new Together(sql);
        Supplier<PlanBook> book = ask(together, household);
        together.fetch();
        return book.get();
    }

    @Override
    public Optional<Config> config(HouseholdId household, long id) {
        var together = new Together(sql);
        Supplier<Optional<Config>> config = ConfigRows.ask(together, household, id);
        together.fetch();
        return config.get();
    }

    static Supplier<PlanBook> ask(Together together, HouseholdId household) {
        Supplier<Timeline<Config>> configs = ConfigRows.askInForce(together, household);
        Supplier<List<FixedExpense>> fixed = FixedExpenseRows.ask(together, household);
        Supplier<List<Provision>> provisions = ProvisionRows.ask(together, household);
        return () -> new PlanBook(configs.get(), fixed.get(), provisions.get());
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
