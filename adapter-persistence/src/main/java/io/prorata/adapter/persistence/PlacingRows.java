package io.prorata.adapter.persistence;

import static io.prorata.adapter.persistence.generated.Tables.PLACING;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.param;

import io.prorata.adapter.persistence.sqlite.Question;
import io.prorata.adapter.persistence.sqlite.Together;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.Classification;
import io.prorata.domain.ledger.ExpenseType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Param;
import org.jspecify.annotations.Nullable;

/** The numbers by which rows are summed, one for each type, category and subcategory. */
final class PlacingRows {

    /** In place of a name that is absent, which compares with nothing; no name is empty. */
    private static final String NONE = "";

    /** For more kinds than these, all are asked for. */
    private static final int FEW = 8;

    private static final Param<String> TYPE = param("type", PLACING.EXPENSE_TYPE);
    private static final Param<String> CATEGORY = param("category", PLACING.CATEGORY);
    private static final Param<String> SUBCATEGORY = param("subcategory", PLACING.SUBCATEGORY);
    private static final Field<Long> LAST = coalesce(max(PLACING.PLACING_ID), inline(0L));

    private static final Question ALL = Question.of(PLACING, PLACING.HOUSEHOLD_ID.eq(Question.HOUSEHOLD));

    private static final Question ONE = Question.of(
            List.of(TYPE, CATEGORY, SUBCATEGORY),
            PLACING,
            PLACING.HOUSEHOLD_ID
                    .eq(Question.HOUSEHOLD)
                    .and(PLACING.EXPENSE_TYPE.eq(TYPE))
                    .and(coalesce(PLACING.CATEGORY, inline(NONE)).eq(CATEGORY))
                    .and(coalesce(PLACING.SUBCATEGORY, inline(NONE)).eq(SUBCATEGORY)));

    private static final Question LAST_NUMBER = Question.of(
            List.of(),
            List.of(LAST),
            select -> select.from(PLACING).where(PLACING.HOUSEHOLD_ID.eq(Question.HOUSEHOLD)));

    private static final Question CATEGORIES = Question.of(
            List.of(),
            List.of(PLACING.CATEGORY),
            select -> select.from(PLACING)
                    .where(PLACING.HOUSEHOLD_ID.eq(Question.HOUSEHOLD))
                    .and(PLACING.CATEGORY.isNotNull()));

    private PlacingRows() {}

    /** What has a number: a {@link Classification}, whether or not its row is left out. */
    record Kind(
            ExpenseType type,
            @Nullable String category,
            @Nullable String subcategory) {

        static Kind of(Classification classification) {
            return new Kind(classification.type(), classification.category(), classification.subcategory());
        }
    }

    /** Returns the number of {@code kind}, a new one if no row has been of it yet. */
    static long number(DSLContext sql, HouseholdId household, Kind kind) {
        return Objects.requireNonNull(numbers(sql, household, Set.of(kind)).get(kind));
    }

    /** Returns the numbers of {@code kinds} among others, new ones for those that no row has been of yet. */
    static Map<Kind, Long> numbers(DSLContext sql, HouseholdId household, Collection<Kind> kinds) {
        var together = new Together(sql);
        var latest = together.ask(LAST_NUMBER, household);
        List<Together.Part> known = kinds.size() > FEW
                ? List.of(together.ask(ALL, household))
                : kinds.stream().map(kind -> ask(together, household, kind)).toList();
        together.fetch();
        Map<Kind, Long> numbers = new HashMap<>();
        known.stream()
                .flatMap(part -> part.rows().stream())
                .forEach(row -> numbers.put(kind(row), row.get(PLACING.PLACING_ID)));
        long last = latest.single().get(LAST);
        for (Kind kind : kinds) {
            if (!numbers.containsKey(kind)) {
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

    private static Together.Part ask(Together together, HouseholdId household, Kind kind) {
        return together.ask(
                ONE,
                household,
                kind.type().name(),
                Objects.requireNonNullElse(kind.category(), NONE),
                Objects.requireNonNullElse(kind.subcategory(), NONE));
    }

    private static Kind kind(Together.Row row) {
        return new Kind(
                ExpenseType.valueOf(row.get(PLACING.EXPENSE_TYPE)),
                row.find(PLACING.CATEGORY),
                row.find(PLACING.SUBCATEGORY));
    }

    /** Asks for every category that any row has ever had. */
    static Supplier<Set<String>> askCategories(Together together, HouseholdId household) {
        var names = together.ask(CATEGORIES, household);
        return () ->
                names.rows().stream().map(row -> row.get(PLACING.CATEGORY)).collect(Collectors.toUnmodifiableSet());
    }
}
