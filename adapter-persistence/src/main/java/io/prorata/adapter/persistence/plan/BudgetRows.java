package io.prorata.adapter.persistence.plan;

import static io.prorata.adapter.persistence.generated.Tables.BUDGET;
import static io.prorata.adapter.persistence.generated.Tables.BUDGET_TERMS;

import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.plan.Budget;
import io.prorata.domain.split.SplitText;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** Budgets, a row each, and a row per terms. */
public final class BudgetRows {

    private BudgetRows() {}

    public static void add(DSLContext sql, HouseholdId household, Budget budget, long revision) {
        sql.insertInto(BUDGET)
                .set(BUDGET.HOUSEHOLD_ID, household.value())
                .set(BUDGET.BUDGET_ID, budget.id())
                .set(BUDGET.CATEGORY, budget.category())
                .set(BUDGET.REVISION, revision)
                .execute();
        addTerms(sql, household, budget);
    }

    public static void replace(DSLContext sql, HouseholdId household, Budget budget, long revision) {
        int replaced = sql.update(BUDGET)
                .set(BUDGET.CATEGORY, budget.category())
                .set(BUDGET.REVISION, revision)
                .where(is(household, budget.id()))
                .execute();
        if (replaced == 0) {
            throw new IllegalStateException("nothing has the id " + budget.id());
        }
        removeTerms(sql, household, budget.id());
        addTerms(sql, household, budget);
    }

    public static void remove(DSLContext sql, HouseholdId household, long id) {
        removeTerms(sql, household, id);
        if (sql.deleteFrom(BUDGET).where(is(household, id)).execute() == 0) {
            throw new IllegalStateException("nothing has the id " + id);
        }
    }

    private static void addTerms(DSLContext sql, HouseholdId household, Budget budget) {
        budget.terms()
                .entries()
                .forEach(entry -> sql.insertInto(BUDGET_TERMS)
                        .set(BUDGET_TERMS.HOUSEHOLD_ID, household.value())
                        .set(BUDGET_TERMS.BUDGET_ID, budget.id())
                        .set(BUDGET_TERMS.FROM_MONTH, entry.from())
                        .set(
                                BUDGET_TERMS.AMOUNT_MINOR,
                                entry.terms()
                                        .map(terms -> terms.amount().minor())
                                        .orElse(null))
                        .set(
                                BUDGET_TERMS.SPLIT,
                                entry.terms()
                                        .map(terms -> SplitText.of(terms.split()))
                                        .orElse(null))
                        .execute());
    }

    private static void removeTerms(DSLContext sql, HouseholdId household, long id) {
        sql.deleteFrom(BUDGET_TERMS)
                .where(BUDGET_TERMS.HOUSEHOLD_ID.eq(household.value()))
                .and(BUDGET_TERMS.BUDGET_ID.eq(id))
                .execute();
    }

    private static Condition is(HouseholdId household, long id) {
        return BUDGET.HOUSEHOLD_ID.eq(household.value()).and(BUDGET.BUDGET_ID.eq(id));
    }
}
