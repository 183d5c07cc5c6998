package io.prorata.adapter.persistence.plan;

import io.prorata.adapter.persistence.row.Counters;
import io.prorata.application.port.Plans;
import io.prorata.application.port.Revisions;
import io.prorata.domain.account.Accounts;
import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.plan.Budget;
import io.prorata.domain.plan.Config;
import io.prorata.domain.plan.PlanBook;
import io.prorata.domain.provision.Movement;
import io.prorata.domain.provision.Provision;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;

/** The plan in its tables: one class per kind of thing. */
public final class JooqPlans implements Plans {

    private final DSLContext sql;
    private final Revisions revisions;

    public JooqPlans(DSLContext sql, Revisions revisions) {
        this.sql = sql;
        this.revisions = revisions;
    }

    @Override
    public PlanBook book(HouseholdId household) {
        return book(sql, household);
    }

    @Override
    public Accounts accounts(HouseholdId household) {
        return accounts(SharedTerms.read(sql, household));
    }

    @Override
    public Optional<Config> config(HouseholdId household, long id) {
        return ConfigRows.find(sql, household, id);
    }

    @Override
    public List<Version> versions(HouseholdId household) {
        return ConfigRows.versions(sql, household);
    }

    @Override
    public Optional<Planned<FixedExpense>> fixedExpense(HouseholdId household, long id) {
        return FixedExpenseRows.all(sql, household).stream()
                .filter(expense -> expense.id() == id)
                .findFirst()
                .map(expense -> new Planned<>(
                        expense, FixedExpenseRows.changedAt(sql, household, id).orElseThrow()));
    }

    @Override
    public Optional<Planned<Provision>> provision(HouseholdId household, long id) {
        return ProvisionRows.all(sql, household).stream()
                .filter(provision -> provision.id() == id)
                .findFirst()
                .map(provision -> new Planned<>(
                        provision, ProvisionRows.changedAt(sql, household, id).orElseThrow()));
    }

    @Override
    public void replace(HouseholdId household, FixedExpense expense) {
        FixedExpenseRows.replace(sql, household, expense, making(household));
    }

    @Override
    public void replace(HouseholdId household, Provision provision) {
        ProvisionRows.replace(sql, household, provision, making(household));
    }

    @Override
    public void removeFixedExpense(HouseholdId household, long id) {
        FixedExpenseRows.remove(sql, household, id);
    }

    @Override
    public void removeProvision(HouseholdId household, long id) {
        ProvisionRows.remove(sql, household, id);
    }

    @Override
    public List<Moved> movements(HouseholdId household, long provisionId) {
        return ProvisionRows.movements(sql, household, provisionId);
    }

    @Override
    public Map<Long, List<Moved>> movements(HouseholdId household) {
        return ProvisionRows.movements(sql, household);
    }

    @Override
    public LastChanges lastChanges(HouseholdId household) {
        return LastChangeRows.of(sql, household);
    }

    @Override
    public Moved move(HouseholdId household, long provisionId, Movement movement) {
        return ProvisionRows.move(sql, household, provisionId, movement, making(household));
    }

    @Override
    public void takeBack(HouseholdId household, long provisionId, long movementId) {
        ProvisionRows.takeBack(sql, household, provisionId, movementId);
    }

    private long making(HouseholdId household) {
        return revisions.current(household).number();
    }

    /** Reads the whole plan of a household: seven statements. */
    public static PlanBook book(DSLContext sql, HouseholdId household) {
        SharedTerms shared = SharedTerms.read(sql, household);
        return new PlanBook(
                ConfigRows.inForce(sql, household),
                FixedExpenseRows.all(sql, household),
                ProvisionRows.all(sql, household),
                accounts(shared),
                shared.budgets().stream().map(Planned::thing).toList(),
                shared.settleSince());
    }

    private static Accounts accounts(SharedTerms shared) {
        return new Accounts(shared.accounts().stream().map(Planned::thing).toList(), shared.pot());
    }

    @Override
    public Optional<Planned<Budget>> budget(HouseholdId household, long id) {
        return SharedTerms.read(sql, household).budgets().stream()
                .filter(budget -> budget.thing().id() == id)
                .findFirst();
    }

    @Override
    public long nextBudgetId(HouseholdId household) {
        return Counters.next(sql, household, "budget", 1);
    }

    @Override
    public void add(HouseholdId household, Budget budget) {
        BudgetRows.add(sql, household, budget, making(household));
    }

    @Override
    public void replace(HouseholdId household, Budget budget) {
        BudgetRows.replace(sql, household, budget, making(household));
    }

    @Override
    public void removeBudget(HouseholdId household, long id) {
        BudgetRows.remove(sql, household, id);
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
    public void removeConfig(HouseholdId household, long id) {
        ConfigRows.remove(sql, household, id);
    }

    @Override
    public long nextFixedExpenseId(HouseholdId household) {
        return Counters.next(sql, household, "fixed expense", 1);
    }

    @Override
    public void add(HouseholdId household, FixedExpense expense) {
        FixedExpenseRows.add(sql, household, expense, making(household));
    }

    @Override
    public long nextProvisionId(HouseholdId household) {
        return Counters.next(sql, household, "provision", 1);
    }

    @Override
    public void add(HouseholdId household, Provision provision) {
        ProvisionRows.add(sql, household, provision, making(household));
    }
}
