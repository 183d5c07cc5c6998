package io.prorata.adapter.persistence;

import static io.prorata.adapter.persistence.generated.Tables.CLASSIFICATION;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.select;

import io.prorata.adapter.persistence.generated.tables.records.ClassificationRecord;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.Classification;
import io.prorata.domain.ledger.ExpenseType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;

/** What rows are summed by: a number of the household for each type, category and subcategory. */
final class ClassificationRows {

    /** In place of a name that is absent, which compares with nothing; no name is empty. */
    private static final String NONE = "";

    /** For more than these, all are read. */
    private static final int FEW = 8;

    private ClassificationRows() {}

    /** What has a number: a {@link Classification}, whether or not its row is excluded. */
    record Names(
            ExpenseType type,
            @Nullable String category,
            @Nullable String subcategory) {

        static Names of(Classification classification) {
            return new Names(classification.type(), classification.category(), classification.subcategory());
        }

        /** Returns the category by which rows are listed. */
        String categoryKey() {
            return Objects.requireNonNullElse(category, NONE);
        }
    }

    /** Returns the number of {@code names}, a new one if no row has had them yet. */
    static long number(DSLContext sql, HouseholdId household, Names names) {
        return Objects.requireNonNull(numbers(sql, household, Set.of(names)).get(names));
    }

    /** Returns the numbers of {@code names} among others, new ones for those that no row has had yet. */
    static Map<Names, Long> numbers(DSLContext sql, HouseholdId household, Collection<Names> names) {
        Map<Names, Long> numbers = sql
                .selectFrom(CLASSIFICATION)
                .where(CLASSIFICATION.HOUSEHOLD_ID.eq(household.value()))
                .and(
                        names.size() > FEW
                                ? noCondition()
                                : or(names.stream().map(ClassificationRows::is).toList()))
                .fetch()
                .stream()
                .collect(Collectors.toMap(ClassificationRows::names, ClassificationRecord::getClassificationId));
        List<Names> unknown =
                names.stream().filter(one -> !numbers.containsKey(one)).toList();
        if (!unknown.isEmpty()) {
            long last = sql.select(coalesce(max(CLASSIFICATION.CLASSIFICATION_ID), inline(0L)))
                    .from(CLASSIFICATION)
                    .where(CLASSIFICATION.HOUSEHOLD_ID.eq(household.value()))
                    .fetchSingle()
                    .value1();
            for (Names one : unknown) {
                numbers.put(one, ++last);
                sql.insertInto(CLASSIFICATION)
                        .set(CLASSIFICATION.HOUSEHOLD_ID, household.value())
                        .set(CLASSIFICATION.CLASSIFICATION_ID, last)
                        .set(CLASSIFICATION.EXPENSE_TYPE, one.type().name())
                        .set(CLASSIFICATION.CATEGORY, one.category())
                        .set(CLASSIFICATION.CATEGORY_KEY, one.categoryKey())
                        .set(CLASSIFICATION.SUBCATEGORY, one.subcategory())
                        .execute();
            }
        }
        return numbers;
    }

    /** Returns the row of {@code names}, if any row of the ledger has ever had them. */
    static Optional<ClassificationRecord> find(DSLContext sql, HouseholdId household, Names names) {
        return sql.selectFrom(CLASSIFICATION)
                .where(CLASSIFICATION.HOUSEHOLD_ID.eq(household.value()))
                .and(is(names))
                .fetchOptional();
    }

    /** A seek in {@code classification_by_names}. */
    private static Condition is(Names names) {
        return CLASSIFICATION
                .EXPENSE_TYPE
                .eq(names.type().name())
                .and(CLASSIFICATION.CATEGORY_KEY.eq(names.categoryKey()))
                .and(coalesce(CLASSIFICATION.SUBCATEGORY, inline(NONE))
                        .eq(Objects.requireNonNullElse(names.subcategory(), NONE)));
    }

    static Names names(ClassificationRecord row) {
        return new Names(ExpenseType.valueOf(row.getExpenseType()), row.getCategory(), row.getSubcategory());
    }

    /** Selects the numbers of classifications that meet {@code condition}. */
    static Select<Record1<Long>> numbersWhere(HouseholdId household, Condition condition) {
        return select(CLASSIFICATION.CLASSIFICATION_ID)
                .from(CLASSIFICATION)
                .where(CLASSIFICATION.HOUSEHOLD_ID.eq(household.value()))
                .and(condition);
    }

    /** Returns every category that any row has ever had. */
    static Set<String> categories(DSLContext sql, HouseholdId household) {
        return sql.select(CLASSIFICATION.CATEGORY)
                .from(CLASSIFICATION)
                .where(CLASSIFICATION.HOUSEHOLD_ID.eq(household.value()))
                .and(CLASSIFICATION.CATEGORY.isNotNull())
                .fetchSet(CLASSIFICATION.CATEGORY);
    }
}
