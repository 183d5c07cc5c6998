package io.prorata.adapter.persistence.ledger;

import static io.prorata.adapter.persistence.generated.Tables.CATEGORY_ALIAS;
import static io.prorata.adapter.persistence.generated.Tables.CLASSIFICATION;

import io.prorata.application.port.Ledger.CategoryNames;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.mapping.CategoryAliases;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.impl.DSL;

/** The names of categories that rows have or have had, and former names. */
final class KnownCategoryRows {

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
}
