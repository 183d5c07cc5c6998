package io.prorata.adapter.persistence;

import static io.prorata.adapter.persistence.generated.Tables.PLACING;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.or;

import io.prorata.adapter.persistence.generated.tables.records.PlacingRecord;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.Placing;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** The numbers by which rows are summed, one for each type, category and subcategory. */
final class PlacingRows {

    /** In place of a name that is absent, which compares with nothing; no name is empty. */
    private static final String NONE = "";

    /** For more kinds than these, all are asked for. */
    private static final int FEW = 8;

    private PlacingRows() {}

    /** What has a number: a {@link Placing}, whether or not its row is left out. */
    record Kind(
            ExpenseType type,
            @Nullable String category,
            @Nullable String subcategory) {

        static Kind of(Placing placing) {
            return new Kind(placing.type(), placing.category(), placing.subcategory());
        }
    }

    /** Returns the number of {@code kind}, a new one if no row has been of it yet. */
    static long number(DSLContext sql, HouseholdId household, Kind kind) {
        return Objects.requireNonNull(numbers(sql, household, Set.of(kind)).get(kind));
    }

    /** Returns the numbers of {@code kinds} among others, new ones for those that no row has been of yet. */
    static Map<Kind, Long> numbers(DSLContext sql, HouseholdId household, Collection<Kind> kinds) {
        Map<Kind, Long> numbers = sql
                .selectFrom(PLACING)
                .where(PLACING.HOUSEHOLD_ID.eq(household.value()))
                .and(kinds.size() > FEW ? noCondition() : or(kinds.stream().map(PlacingRows::is).toList()))
                .fetch()
                .stream()
                .collect(Collectors.toMap(PlacingRows::kind, PlacingRecord::getPlacingId));
        List<Kind> unknown =
                kinds.stream().filter(kind -> !numbers.containsKey(kind)).toList();
        if (!unknown.isEmpty()) {
            long last = sql.select(coalesce(max(PLACING.PLACING_ID), inline(0L)))
                    .from(PLACING)
                    .where(PLACING.HOUSEHOLD_ID.eq(household.value()))
                    .fetchSingle()
                    .value1();
            for (Kind kind : unknown) {
                numbers.put(kind, ++last);
                sql.insertInto(PLACING)
                        .set(PLACING.HOUSEHOLD_ID, household.value())
                        .set(PLACING.PLACING_ID, last)
                        .set(PLACING.EXPENSE_TYPE, kind.type().name())
                        .set(PLACING.CATEGORY, kind.category())
                        .set(PLACING.SUBCATEGORY, kind.subcategory())
                        .execute();
            }
        }
        return numbers;
    }

    private static Condition is(Kind kind) {
        return PLACING.EXPENSE_TYPE
                .eq(kind.type().name())
                .and(coalesce(PLACING.CATEGORY, inline(NONE)).eq(Objects.requireNonNullElse(kind.category(), NONE)))
                .and(coalesce(PLACING.SUBCATEGORY, inline(NONE))
                        .eq(Objects.requireNonNullElse(kind.subcategory(), NONE)));
    }

    private static Kind kind(PlacingRecord row) {
        return new Kind(ExpenseType.valueOf(row.getExpenseType()), row.getCategory(), row.getSubcategory());
    }

    /** Returns every category that any row has ever had. */
    static Set<String> categories(DSLContext sql, HouseholdId household) {
        return sql.select(PLACING.CATEGORY)
                .from(PLACING)
                .where(PLACING.HOUSEHOLD_ID.eq(household.value()))
                .and(PLACING.CATEGORY.isNotNull())
                .fetchSet(PLACING.CATEGORY);
    }
}
