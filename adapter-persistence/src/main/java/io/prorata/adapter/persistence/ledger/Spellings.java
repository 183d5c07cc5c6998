package io.prorata.adapter.persistence.ledger;

import static io.prorata.adapter.persistence.generated.Tables.CLASSIFICATION;

import io.prorata.adapter.persistence.search.TagRows;
import io.prorata.application.view.TransactionFilter;
import io.prorata.application.view.TransactionFilter.Named;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.naming.Naming;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;

/**
 * The spellings in the books of the names in a filter: a filter matches all of them. Names are few, rows are many, and an index compares
 * one spelling at a time.
 */
record Spellings(Collection<String> categories, Collection<String> subcategories, Collection<String> tags) {

    /** Reads nothing if the filter names nothing. */
    static Spellings of(DSLContext sql, HouseholdId household, TransactionFilter filter) {
        return new Spellings(
                named(filter.category(), sql, household, CLASSIFICATION.CATEGORY),
                named(filter.subcategory(), sql, household, CLASSIFICATION.SUBCATEGORY),
                filter.tag()
                        .map(tag -> like(tag, TagRows.names(sql, household)))
                        .orElse(List.of()));
    }

    private static Collection<String> named(
            Optional<Named> wanted, DSLContext sql, HouseholdId household, Field<String> column) {
        return wanted.map(Named::name)
                .map(name -> like(name, names(sql, household, column)))
                .orElse(List.of());
    }

    private static Set<String> names(DSLContext sql, HouseholdId household, Field<String> column) {
        return sql.selectDistinct(column)
                .from(CLASSIFICATION)
                .where(CLASSIFICATION.HOUSEHOLD_ID.eq(household.value()))
                .and(column.isNotNull())
                .fetchSet(column);
    }

    private static Collection<String> like(String name, Collection<String> known) {
        return known.stream().filter(one -> Naming.isSame(one, name)).toList();
    }
}
