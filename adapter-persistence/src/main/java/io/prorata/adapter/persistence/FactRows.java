package io.prorata.adapter.persistence;

import static io.prorata.adapter.persistence.generated.Tables.BANK_TRANSACTION;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.sum;

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

    private FactRows() {}

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

    /** One month need not be compared with each row's, nor be read with each group: a quarter of the time. */
    private static Supplier<Map<YearMonth, List<GroupTotal>>> askMonth(
            Together together, HouseholdId household, YearMonth month, boolean extremes) {
        Together.Part part = together.ask(
                joined(GROUP, sums(extremes)),
                select -> counted(select, household, BANK_TRANSACTION.MONTH.eq(month))
                        .groupBy(GROUP));
        return () -> Map.of(
                month, part.rows().stream().map(row -> group(row, extremes)).toList());
    }

    private static Supplier<Map<YearMonth, List<GroupTotal>>> askRun(
            Together together, HouseholdId household, MonthRun run, boolean extremes) {
        List<Field<?>> group = joined(List.of(BANK_TRANSACTION.MONTH), GROUP);
        Together.Part part = together.ask(
                joined(group, sums(extremes)),
                select -> counted(select, household, BANK_TRANSACTION.MONTH.between(run.first(), run.last()))
                        .groupBy(group));
        return () -> part.rows().stream()
                .collect(Collectors.groupingBy(
                        row -> row.get(BANK_TRANSACTION.MONTH),
                        Collectors.mapping(row -> group(row, extremes), Collectors.toList())));
    }

    private static SelectConditionStep<Record> counted(
            SelectSelectStep<Record> select, HouseholdId household, Condition months) {
        return select.from(BANK_TRANSACTION)
                .where(BANK_TRANSACTION.HOUSEHOLD_ID.eq(household.value()))
                .and(months)
                .and(BANK_TRANSACTION.EXCLUDED.eq(inline(0L)));
    }

    private static List<Field<?>> sums(boolean extremes) {
        return extremes ? joined(SUMS, EXTREMES) : SUMS;
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
