package io.prorata.adapter.persistence.ledger;

import static io.prorata.adapter.persistence.generated.Tables.BANK_TRANSACTION;
import static io.prorata.adapter.persistence.generated.Tables.CATEGORY_ALIAS;
import static io.prorata.adapter.persistence.generated.Tables.CLASSIFICATION;
import static org.jooq.impl.DSL.inline;

import io.prorata.application.port.Ledger.CategoryNames;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.mapping.CategoryAliases;
import io.prorata.domain.mapping.CategoryUse;
import java.util.TreeSet;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.impl.DSL;

/** The names of categories that rows have or have had, and former names. */
final class KnownCategoryRows {

    /** Stands in the place of a count of incomes. */
    private static final int SPENT = -1;

    private KnownCategoryRows() {}

    /** One statement: an alias has two names, every other row one. */
    static CategoryNames all(DSLContext sql, HouseholdId household) {
        var spellings = new TreeSet<String>();
        CategoryAliases aliases = CategoryAliases.NONE;
        for (Record2<String, String> row : sql.select(CLASSIFICATION.CATEGORY, DSL.castNull(CATEGORY_ALIAS.BECOMES))
                .from(CLASSIFICATION)
                .where(CLASSIFICATION.HOUSEHOLD_ID.eq(household.value()))
                .and(CLASSIFICATION.CATEGORY.isNotNull())
                .union(DSL.select(CLASSIFICATION.SUBCATEGORY, DSL.castNull(CATEGORY_ALIAS.BECOMES))
                        .from(CLASSIFICATION)
                        .where(CLASSIFICATION.HOUSEHOLD_ID.eq(household.value()))
                        .and(CLASSIFICATION.SUBCATEGORY.isNotNull()))
                .union(DSL.select(CATEGORY_ALIAS.NAME, CATEGORY_ALIAS.BECOMES)
                        .from(CATEGORY_ALIAS)
                        .where(CATEGORY_ALIAS.HOUSEHOLD_ID.eq(household.value())))) {
            if (row.value2() == null) {
                spellings.add(row.value1());
            } else {
                aliases = aliases.with(JooqMappings.alias(row.value1(), row.value2()));
            }
        }
        return new CategoryNames(spellings, aliases);
    }

    /**
     * One statement. A row of each classification that may hold spending is looked up by {@code transaction_by_classification}; rows of type
     * INCOME are counted from it alone.
     */
    static CategoryUse use(DSLContext sql, HouseholdId household) {
        var use = new CategoryUse();
        Condition itsRows = BANK_TRANSACTION
                .HOUSEHOLD_ID
                .eq(CLASSIFICATION.HOUSEHOLD_ID)
                .and(BANK_TRANSACTION.CLASSIFICATION_ID.eq(CLASSIFICATION.CLASSIFICATION_ID));
        Field<Integer> incomes =
                DSL.field(DSL.select(DSL.count()).from(BANK_TRANSACTION).where(itsRows));
        // The ids come first, from their index alone, as a cross join keeps them: otherwise SQLite would look through
        // all that was spent.
        var ids = BANK_TRANSACTION.as("ids");
        var row = BANK_TRANSACTION.as("spent");
        for (Record2<String, Integer> used : sql.select(CLASSIFICATION.CATEGORY, inline(SPENT))
                .from(CLASSIFICATION)
                .where(CLASSIFICATION.HOUSEHOLD_ID.eq(household.value()))
                .and(CLASSIFICATION.CATEGORY.isNotNull())
                .and(CLASSIFICATION.EXPENSE_TYPE.in(
                        inline(ExpenseType.FIXED.name()),
                        inline(ExpenseType.VARIABLE.name()),
                        inline(ExpenseType.PROVISION.name())))
                .and(DSL.field(DSL.select(inline(1))
                                .from(ids)
                                .crossJoin(row)
                                .where(ids.HOUSEHOLD_ID.eq(CLASSIFICATION.HOUSEHOLD_ID))
                                .and(ids.CLASSIFICATION_ID.eq(CLASSIFICATION.CLASSIFICATION_ID))
                                .and(row.HOUSEHOLD_ID.eq(ids.HOUSEHOLD_ID))
                                .and(row.TRANSACTION_ID.eq(ids.TRANSACTION_ID))
                                .and(row.AMOUNT_MINOR.lt(inline(0L)))
                                .limit(inline(1)))
                        .isNotNull())
                .unionAll(DSL.select(CLASSIFICATION.CATEGORY, incomes)
                        .from(CLASSIFICATION)
                        .where(CLASSIFICATION.HOUSEHOLD_ID.eq(household.value()))
                        .and(CLASSIFICATION.CATEGORY.isNotNull())
                        .and(CLASSIFICATION.EXPENSE_TYPE.eq(inline(ExpenseType.INCOME.name()))))) {
            if (used.value2() == SPENT) {
                use.addSpent(used.value1());
            } else if (used.value2() > 0) {
                use.addIncomes(used.value1(), used.value2());
            }
        }
        return use;
    }
}
