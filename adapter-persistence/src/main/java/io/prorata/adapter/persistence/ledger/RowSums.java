package io.prorata.adapter.persistence.ledger;

import static io.prorata.adapter.persistence.generated.Tables.BANK_TRANSACTION;
import static io.prorata.adapter.persistence.generated.Tables.CLASSIFICATION;
import static java.util.Objects.requireNonNull;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.select;

import io.prorata.adapter.persistence.ledger.MonthTotals.Total;
import io.prorata.adapter.persistence.row.ClassificationRows;
import io.prorata.adapter.persistence.row.MonthRun;
import io.prorata.domain.household.HouseholdId;
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
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Sums of rows, computed from the rows. */
public final class RowSums {

    private static final Field<Integer> COUNT = DSL.field(DSL.name("counted"), SQLDataType.INTEGER);
    private static final Field<Long> TOTAL = DSL.field(DSL.name("total"), SQLDataType.BIGINT);
    private static final Field<Long> LEAST = DSL.field(DSL.name("least"), SQLDataType.BIGINT);
    private static final Field<Long> MOST = DSL.field(DSL.name("most"), SQLDataType.BIGINT);

    private RowSums() {}

    /**
     * Adds up the rows of {@code months}: one statement for each run of months, in the order of {@code transaction_by_month} and from it
     * alone, without sorting.
     *
     * @param extremes whether to compute the smallest and the largest amounts, which takes longer (decision 0082)
     */
    public static Map<YearMonth, MonthFacts> facts(
            DSLContext sql, HouseholdId household, Collection<YearMonth> months, boolean extremes) {
        Map<YearMonth, List<GroupTotal>> groups = new HashMap<>();
        MonthRun.of(months).forEach(run -> sum(sql, household, run, extremes, groups));
        Map<YearMonth, MonthFacts> facts = new HashMap<>();
        months.forEach(month -> facts.put(month, new MonthFacts(groups.getOrDefault(month, List.of()))));
        return facts;
    }

    /** Adds up the rows that count and meet {@code condition}, by month and classification. */
    public static MonthTotals totals(DSLContext sql, HouseholdId household, Condition condition) {
        var totals = new MonthTotals();
        sql.select(
                        BANK_TRANSACTION.MONTH,
                        BANK_TRANSACTION.CLASSIFICATION_ID,
                        count().as(COUNT),
                        DSL.sum(BANK_TRANSACTION.AMOUNT_MINOR).cast(Long.class).as(TOTAL))
                .from(BANK_TRANSACTION)
                .where(BANK_TRANSACTION.HOUSEHOLD_ID.eq(household.value()))
                .and(condition)
                .and(BANK_TRANSACTION.EXCLUDED.eq(inline(0L)))
                .groupBy(BANK_TRANSACTION.MONTH, BANK_TRANSACTION.CLASSIFICATION_ID)
                .forEach(row -> totals.add(row.value1(), row.value2(), new Total(row.value3(), row.value4())));
        return totals;
    }

    /** Sums by number first, and then looks up each number: SQLite keeps the order of a cross join. */
    private static void sum(
            DSLContext sql,
            HouseholdId household,
            MonthRun run,
            boolean extremes,
            Map<YearMonth, List<GroupTotal>> groups) {
        Condition months = run.first().equals(run.last())
                ? BANK_TRANSACTION.MONTH.eq(run.first())
                : BANK_TRANSACTION.MONTH.between(run.first(), run.last());
        Table<?> sums = select(BANK_TRANSACTION.MONTH, BANK_TRANSACTION.CLASSIFICATION_ID)
                .select(sums(extremes))
                .from(BANK_TRANSACTION)
                .where(BANK_TRANSACTION.HOUSEHOLD_ID.eq(household.value()))
                .and(months)
                .and(BANK_TRANSACTION.EXCLUDED.eq(inline(0L)))
                .groupBy(BANK_TRANSACTION.MONTH, BANK_TRANSACTION.CLASSIFICATION_ID)
                .asTable("sums");
        Field<YearMonth> month = requireNonNull(sums.field(BANK_TRANSACTION.MONTH));
        sql.select(sums.fields())
                .select(ClassificationRows.columns())
                .from(sums)
                .crossJoin(CLASSIFICATION)
                .where(CLASSIFICATION.HOUSEHOLD_ID.eq(household.value()))
                .and(CLASSIFICATION.CLASSIFICATION_ID.eq(sums.field(BANK_TRANSACTION.CLASSIFICATION_ID)))
                .forEach(row -> groups.computeIfAbsent(row.get(month), first -> new ArrayList<>())
                        .add(group(row, extremes)));
    }

    private static List<Field<?>> sums(boolean extremes) {
        Field<Long> amount = BANK_TRANSACTION.AMOUNT_MINOR;
        List<Field<?>> sums = new ArrayList<>();
        sums.add(count().as(COUNT));
        sums.add(DSL.sum(amount).cast(Long.class).as(TOTAL));
        if (extremes) {
            sums.add(min(amount).as(LEAST));
            sums.add(max(amount).as(MOST));
        }
        return sums;
    }

    private static GroupTotal group(Record row, boolean extremes) {
        long count = row.get(COUNT);
        var total = new Money(row.get(TOTAL));
        return GroupTotal.ofBank(
                ClassificationRows.key(row),
                extremes
                        ? new Statistics(count, total, new Money(row.get(LEAST)), new Money(row.get(MOST)))
                        : Statistics.summed(count, total));
    }
}
