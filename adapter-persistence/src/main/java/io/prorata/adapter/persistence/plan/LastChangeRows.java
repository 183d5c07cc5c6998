package io.prorata.adapter.persistence.plan;

import static io.prorata.adapter.persistence.generated.Tables.BUDGET;
import static io.prorata.adapter.persistence.generated.Tables.FIXED_EXPENSE;
import static io.prorata.adapter.persistence.generated.Tables.PROVISION;
import static org.jooq.impl.DSL.inline;

import io.prorata.application.port.Plans.LastChanges;
import io.prorata.domain.household.HouseholdId;
import java.util.HashMap;
import org.jooq.DSLContext;

/** When the things of a plan last changed, in one statement. */
final class LastChangeRows {

    private static final int BILL = 0;
    private static final int OF_PROVISION = 1;

    private LastChangeRows() {}

    static LastChanges of(DSLContext sql, HouseholdId household) {
        var changes = new LastChanges(new HashMap<>(), new HashMap<>(), new HashMap<>());
        sql.select(inline(BILL), FIXED_EXPENSE.FIXED_EXPENSE_ID, FIXED_EXPENSE.REVISION)
                .from(FIXED_EXPENSE)
                .where(FIXED_EXPENSE.HOUSEHOLD_ID.eq(household.value()))
                .unionAll(sql.select(inline(OF_PROVISION), PROVISION.PROVISION_ID, PROVISION.REVISION)
                        .from(PROVISION)
                        .where(PROVISION.HOUSEHOLD_ID.eq(household.value())))
                .unionAll(sql.select(inline(2), BUDGET.BUDGET_ID, BUDGET.REVISION)
                        .from(BUDGET)
                        .where(BUDGET.HOUSEHOLD_ID.eq(household.value())))
                .forEach(row -> (switch (row.value1()) {
                            case BILL -> changes.bills();
                            case OF_PROVISION -> changes.provisions();
                            default -> changes.budgets();
                        })
                        .put(row.value2(), row.value3()));
        return changes;
    }
}
