package io.prorata.adapter.persistence.ledger;

import static io.prorata.adapter.persistence.generated.Tables.BANK_TRANSACTION;
import static io.prorata.adapter.persistence.generated.Tables.CATEGORY_ALIAS;
import static io.prorata.adapter.persistence.generated.Tables.CLASSIFICATION;
import static org.jooq.impl.DSL.exists;
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
        for (Record2<String, Integer> row : sql.select(CLASSIFICATION.CATEGORY, inline(SPENT))
                .from(CLASSIFICATION)
                .where(CLASSIFICATION.HOUSEHOLD_ID.eq(household.value()))
                .and(CLASSIFICATION.CATEGORY.isNotNull())
                .and(CLASSIFICATION.EXPENSE_TYPE.in(
                        inline(ExpenseType.FIXED.name()),
                        inline(ExpenseType.VARIABLE.name()),
                        inline(ExpenseType.PROVISION.name())))
                .and(exists(DSL.selectOne()
                        .from(BANK_TRANSACTION)
                        .where(itsRows)
                        // As a sum, or SQLite would look through all that was spent, by the index of amounts.
                        .and(BANK_TRANSACTION.AMOUNT_MINOR.plus(inline(0L)).lt(inline(0L)))))
                .unionAll(DSL.select(CLASSIFICATION.CATEGORY, incomes)
                        .from(CLASSIFICATION)
                        .where(CLASSIFICATION.HOUSEHOLD_ID.eq(household.value()))
                        .and(CLASSIFICATION.CATEGORY.isNotNull())
                        .and(CLASSIFICATION.EXPENSE_TYPE.eq(inline(ExpenseType.INCOME.name()))))) {
            if (row.value2() == SPENT) {
                use.addSpent(row.value1());
            } else if (row.value2() > 0) {
                use.addIncomes(row.value1(), row.value2());
            }
        }
        return use;
    }
}
