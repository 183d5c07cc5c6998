package io.prorata.adapter.persistence;

import static io.prorata.adapter.persistence.generated.Tables.PLACING;

import io.prorata.adapter.persistence.sqlite.Question;
import io.prorata.adapter.persistence.sqlite.Together;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.Placing;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** The numbers by which rows are summed, one for each type, category and subcategory. */
final class PlacingRows {

    private static final Question ALL = Question.of(PLACING, PLACING.HOUSEHOLD_ID.eq(Question.HOUSEHOLD));

    private static final Question CATEGORIES = Question.of(
            List.of(),
            List.of(PLACING.CATEGORY),
            select -> select.from(PLACING)
                    .where(PLACING.HOUSEHOLD_ID.eq(Question.HOUSEHOLD))
                    .and(PLACING.CATEGORY.isNotNull()));

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
        var together = new Together(sql);
        var all = together.ask(ALL, household);
        together.fetch();
        Map<Kind, Long> numbers = new HashMap<>();
        long last = 0;
        for (Together.Row row : all.rows()) {
            long number = row.get(PLACING.PLACING_ID);
            numbers.put(
                    new Kind(
                            ExpenseType.valueOf(row.get(PLACING.EXPENSE_TYPE)),
                            row.find(PLACING.CATEGORY),
                            row.find(PLACING.SUBCATEGORY)),
                    number);
            last = Math.max(last, number);
        }
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

    /** Asks for every category that any row has ever had. */
    static Supplier<Set<String>> askCategories(Together together, HouseholdId household) {
        var names = together.ask(CATEGORIES, household);
        return () ->
                names.rows().stream().map(row -> row.get(PLACING.CATEGORY)).collect(Collectors.toUnmodifiableSet());
    }
}
