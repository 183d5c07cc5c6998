package io.prorata.adapter.persistence.ledger;

import static io.prorata.adapter.persistence.generated.Tables.CATEGORY_ALIAS;
import static io.prorata.adapter.persistence.generated.Tables.CATEGORY_RULE;
import static org.jooq.impl.DSL.noCondition;

import io.prorata.adapter.persistence.generated.tables.records.CategoryAliasRecord;
import io.prorata.application.port.Mappings;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.mapping.CategoryAliases;
import io.prorata.domain.mapping.CategoryMapping;
import io.prorata.domain.mapping.CategoryName;
import io.prorata.domain.mapping.CategoryRule;
import io.prorata.domain.naming.Naming;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** The mapping of categories, and their former names, in their tables. */
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

    @Override
    public CategoryAliases aliases(HouseholdId household) {
        CategoryAliases aliases = CategoryAliases.NONE;
        for (CategoryAliasRecord row :
                sql.selectFrom(CATEGORY_ALIAS).where(CATEGORY_ALIAS.HOUSEHOLD_ID.eq(household.value()))) {
            aliases = aliases.with(alias(row.getName(), row.getBecomes()));
        }
        return aliases;
    }

    /** Returns the alias of a row. */
    static CategoryAliases.Alias alias(String name, String becomes) {
        return new CategoryAliases.Alias(CategoryName.parse(name), CategoryName.parse(becomes));
    }

    @Override
    public void keepAlias(HouseholdId household, CategoryAliases.Alias alias) {
        removeAlias(household, alias.from());
        sql.insertInto(CATEGORY_ALIAS)
                .set(CATEGORY_ALIAS.HOUSEHOLD_ID, household.value())
                .set(CATEGORY_ALIAS.NAME_KEY, alias.from().folded())
                .set(CATEGORY_ALIAS.NAME, alias.from().text())
                .set(CATEGORY_ALIAS.BECOMES, alias.to().text())
                .execute();
    }

    @Override
    public void removeAlias(HouseholdId household, CategoryName name) {
        sql.deleteFrom(CATEGORY_ALIAS)
                .where(CATEGORY_ALIAS.HOUSEHOLD_ID.eq(household.value()))
                .and(CATEGORY_ALIAS.NAME_KEY.eq(name.folded()))
                .execute();
    }
}
