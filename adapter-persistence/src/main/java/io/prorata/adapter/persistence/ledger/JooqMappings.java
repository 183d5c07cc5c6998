package io.prorata.adapter.persistence.ledger;

import static io.prorata.adapter.persistence.generated.Tables.CATEGORY_RULE;
import static org.jooq.impl.DSL.noCondition;

import io.prorata.application.port.Mappings;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.mapping.CategoryMapping;
import io.prorata.domain.mapping.CategoryRule;
import io.prorata.domain.naming.Naming;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** The mapping of categories in its table. */
public final class JooqMappings implements Mappings {

    private final DSLContext sql;

    public JooqMappings(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public CategoryMapping get(HouseholdId household) {
        return found(household, noCondition());
    }

    @Override
    public CategoryMapping get(HouseholdId household, Set<String> categories) {
        return found(
                household,
                CATEGORY_RULE.FOLDED.in(
                        categories.stream().map(Naming::withoutCase).toList()));
    }

    private CategoryMapping found(HouseholdId household, Condition which) {
        return new CategoryMapping(sql.selectFrom(CATEGORY_RULE)
                .where(CATEGORY_RULE.HOUSEHOLD_ID.eq(household.value()))
                .and(which)
                .fetch(row -> new CategoryRule(row.getCategory(), ExpenseType.valueOf(row.getExpenseType()))));
    }

    @Override
    public void keep(HouseholdId household, CategoryMapping mapping) {
        sql.deleteFrom(CATEGORY_RULE)
                .where(CATEGORY_RULE.HOUSEHOLD_ID.eq(household.value()))
                .execute();
        sql.batchInsert(mapping.rules().stream()
                        .map(rule -> {
                            var row = sql.newRecord(CATEGORY_RULE);
                            row.setHouseholdId(household.value());
                            row.setFolded(Naming.withoutCase(rule.category()));
                            row.setCategory(rule.category());
                            row.setExpenseType(rule.type().name());
                            return row;
                        })
                        .toList())
                .execute();
    }
}
