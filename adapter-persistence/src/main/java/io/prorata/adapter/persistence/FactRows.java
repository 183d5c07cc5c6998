package io.prorata.adapter.persistence;

import static io.prorata.adapter.persistence.generated.Tables.BANK_TRANSACTION;
import static io.prorata.adapter.persistence.generated.Tables.PLACING;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.param;
import static org.jooq.impl.DSL.select;
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
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectFinalStep;
import org.jooq.SelectSelectStep;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** What the transactions of months add up to, by type, category and subcategory. */
final class FactRows {

    private static final Field<YearMonth> OF_MONTH = field(name("of_month"), BANK_TRANSACTION.MONTH.getDataType());
    private static final Field<Integer> COUNT = field(name("counted"), SQLDataType.INTEGER);
    private static final Field<Long> TOTAL = field(name("total"), SQLDataType.BIGINT);
    private static final Field<Long> SMALLEST = field(name("smallest"), SQLDataType.BIGINT);
    private static final Field<Long> LARGEST = field(name("largest"), SQLDataType.BIGINT);

    private static final Param<YearMonth> FIRST = param("first", BANK_TRANSACTION.MONTH);
    private static final Param<YearMonth> LAST = param("last", BANK_TRANSACTION.MONTH);

    private static final Question SUMS_OF_MONTH = ofMonth(false);
    private static final Question ALL_OF_MONTH = ofMonth(true);
    private static final Question SUMS_OF_RUN = ofRun(false);
    private static final Question ALL_OF_RUN = ofRun(true);

    private FactRows() {}

    /** One month need not be compared with each row's, nor be read with each group: a quarter of the time. */
    private static Question ofMonth(boolean extremes) {
        return Question.of(
                List.of(FIRST),
                columns(List.of(), extremes),
                select -> named(
                        select,
                        select(BANK_TRANSACTION.PLACING_ID)
                                .select(sums(extremes))
                                .from(BANK_TRANSACTION)
                                .where(counted(BANK_TRANSACTION.MONTH.eq(FIRST)))
                                .groupBy(BANK_TRANSACTION.PLACING_ID)));
    }

    private static Question ofRun(boolean extremes) {
        return Question.of(
                List.of(FIRST, LAST),
                columns(List.of(OF_MONTH), extremes),
                select -> named(
                        select,
                        select(BANK_TRANSACTION.MONTH.as(OF_MONTH), BANK_TRANSACTION.PLACING_ID)
                                .select(sums(extremes))
                                .from(BANK_TRANSACTION)
                                .where(counted(BANK_TRANSACTION.MONTH.between(FIRST, LAST)))
                                .groupBy(BANK_TRANSACTION.MONTH, BANK_TRANSACTION.PLACING_ID)));
    }

    private static List<Field<?>> columns(List<Field<?>> first, boolean extremes) {
        List<Field<?>> columns = new ArrayList<>(first);
        columns.addAll(List.of(PLACING.EXPENSE_TYPE, PLACING.CATEGORY, PLACING.SUBCATEGORY, COUNT, TOTAL));
        if (extremes) {
            columns.addAll(List.of(SMALLEST, LARGEST));
        }
        return columns;
    }

    private static List<Field<?>> sums(boolean extremes) {
        Field<Long> amount = BANK_TRANSACTION.AMOUNT_MINOR;
        List<Field<?>> sums = new ArrayList<>();
        sums.add(count().as(COUNT));
        sums.add(sum(amount).cast(Long.class).as(TOTAL));
        if (extremes) {
            sums.add(min(amount).as(SMALLEST));
            sums.add(max(amount).as(LARGEST));
        }
        return sums;
    }

    private static Condition counted(Condition months) {
        return BANK_TRANSACTION
                .HOUSEHOLD_ID
                .eq(Question.HOUSEHOLD)
                .and(months)
                .and(BANK_TRANSACTION.EXCLUDED.eq(inline(0L)));
    }

    /** Sums by number first, and then looks up what each number stands for: SQLite keeps the order of what is joined crosswise. */
    private static SelectFinalStep<Record> named(SelectSelectStep<Record> select, Select<?> numbered) {
        Table<?> sums = numbered.asTable("sums");
        return select.from(sums)
                .crossJoin(PLACING)
                .where(PLACING.HOUSEHOLD_ID.eq(Question.HOUSEHOLD))
                .and(PLACING.PLACING_ID.eq(sums.field(BANK_TRANSACTION.PLACING_ID)));
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
                        row -> row.get(OF_MONTH),
                        Collectors.mapping(row -> group(row, extremes), Collectors.toList())));
    }

    private static GroupTotal group(Together.Row row, boolean extremes) {
        return GroupTotal.ofBank(
                ExpenseType.valueOf(row.get(PLACING.EXPENSE_TYPE)),
                row.find(PLACING.CATEGORY),
                row.find(PLACING.SUBCATEGORY),
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
