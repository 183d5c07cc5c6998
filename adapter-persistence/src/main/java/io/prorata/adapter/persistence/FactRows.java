package io.prorata.adapter.persistence;

import static io.prorata.adapter.persistence.generated.Tables.BANK_TRANSACTION;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.param;
import static org.jooq.impl.DSL.sum;

import io.prorata.adapter.persistence.sqlite.Question;
import io.prorata.adapter.persistence.sqlite.Together;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.GroupTotal;
import io.prorata.domain.ledger.MonthFacts;
import io.prorata.domain.ledger.Statistics;
import io.prorata.domain.money.Money;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.SelectSelectStep;

/** What the transactions of months add up to, by type, category and subcategory. */
final class FactRows {

    private static final Field<Integer> COUNT = count();
    private static final Field<Long> TOTAL = sum(BANK_TRANSACTION.AMOUNT_MINOR).cast(Long.class);
    private static final Field<Long> SMALLEST = min(BANK_TRANSACTION.AMOUNT_MINOR);
    private static final Field<Long> LARGEST = max(BANK_TRANSACTION.AMOUNT_MINOR);

    private static final List<Field<?>> GROUP =
            List.of(BANK_TRANSACTION.EXPENSE_TYPE, BANK_TRANSACTION.CATEGORY, BANK_TRANSACTION.SUBCATEGORY);

    private static final List<Field<?>> SUMS = List.of(COUNT, TOTAL);
    private static final List<Field<?>> EXTREMES = List.of(SMALLEST, LARGEST);

    private static final Param<YearMonth> MONTH = param("month", BANK_TRANSACTION.MONTH);
    private static final Param<YearMonth> FIRST = param("first", BANK_TRANSACTION.MONTH);
    private static final Param<YearMonth> LAST = param("last", BANK_TRANSACTION.MONTH);

    private static final List<Field<?>> MONTH_AND_GROUP = joined(List.of(BANK_TRANSACTION.MONTH), GROUP);

    private static final Question SUMS_OF_MONTH = ofMonth(SUMS);
    private static final Question ALL_OF_MONTH = ofMonth(joined(SUMS, EXTREMES));
    private static final Question SUMS_OF_RUN = ofRun(SUMS);
    private static final Question ALL_OF_RUN = ofRun(joined(SUMS, EXTREMES));

    private FactRows() {}

    /** One month need not be compared with each row's, nor be read with each group: a quarter of the time. */
    private static Question ofMonth(List<Field<?>> sums) {
        return Question.of(
                List.of(MONTH),
                joined(GROUP, sums),
                select -> counted(select, BANK_TRANSACTION.MONTH.eq(MONTH)).groupBy(GROUP));
    }

    private static Question ofRun(List<Field<?>> sums) {
        return Question.of(
                List.of(FIRST, LAST),
                joined(MONTH_AND_GROUP, sums),
                select -> counted(select, BANK_TRANSACTION.MONTH.between(FIRST, LAST))
                        .groupBy(MONTH_AND_GROUP));
    }

    private static SelectConditionStep<Record> counted(SelectSelectStep<Record> select, Condition months) {
        return select.from(BANK_TRANSACTION)
                .where(BANK_TRANSACTION.HOUSEHOLD_ID.eq(Question.HOUSEHOLD))
                .and(months)
                .and(BANK_TRANSACTION.EXCLUDED.eq(inline(0L)));
    }

    /**
     * Asks for the facts of {@code months}: a query per run of months, in the order of {@code transaction_by_month} and answered from it
     * alone, without sorting.
     *
     * @param extremes whether the smallest and the largest amounts are wanted: without them it takes a third less
     */
    static Supplier<Map<YearMonth, MonthFacts>> ask(
            Together together, HouseholdId household, Collection<YearMonth> months, boolean extremes) {
        List<Supplier<Map<YearMonth, List<GroupTotal>>>> runs = MonthRun.of(months).stream()
                .map(run -> run.first().equals(run.last())
                        ? askMonth(together, household, run.first(), extremes)
                        : askRun(together, household, run, extremes))
                .toList();
        return () -> {
            Map<YearMonth, List<GroupTotal>> groups = new HashMap<>();
            runs.forEach(run -> groups.putAll(run.get()));
            Map<YearMonth, MonthFacts> facts = new HashMap<>();
            months.forEach(month -> facts.put(month, new MonthFacts(groups.getOrDefault(month, List.of()))));
            return facts;
        };
    }

    private static Supplier<Map<YearMonth, List<GroupTotal>>> askMonth(
            Together together, HouseholdId household, YearMonth month, boolean extremes) {
        Together.Part part = together.ask(extremes ? ALL_OF_MONTH : SUMS_OF_MONTH, household, month);
        return () -> Map.of(
                month, part.rows().stream().map(row -> group(row, extremes)).toList());
    }

    private static Supplier<Map<YearMonth, List<GroupTotal>>> askRun(
            Together together, HouseholdId household, MonthRun run, boolean extremes) {
        Together.Part part = together.ask(extremes ? ALL_OF_RUN : SUMS_OF_RUN, household, run.first(), run.last());
        return () -> part.rows().stream()
                .collect(Collectors.groupingBy(
                        row -> row.get(BANK_TRANSACTION.MONTH),
                        Collectors.mapping(row -> group(row, extremes), Collectors.toList())));
    }

    private static List<Field<?>> joined(List<Field<?>> some, List<Field<?>> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    private static GroupTotal group(Together.Row row, boolean extremes) {
        return GroupTotal.ofBank(
                ExpenseType.valueOf(row.get(BANK_TRANSACTION.EXPENSE_TYPE)),
                row.find(BANK_TRANSACTION.CATEGORY),
                row.find(BANK_TRANSACTION.SUBCATEGORY),
                statistics(row, extremes));
    }

    private static Statistics statistics(Together.Row row, boolean extremes) {
        long count = row.get(COUNT);
        var total = new Money(row.get(TOTAL));
        return extremes
                ? new Statistics(count, total, new Money(row.get(SMALLEST)), new Money(row.get(LARGEST)))
                : Statistics.summed(count, total);
    }
}
