package io.prorata.adapter.persistence.ledger;

import static io.prorata.adapter.persistence.generated.Tables.BANK_TRANSACTION;
import static io.prorata.adapter.persistence.generated.Tables.CLASSIFICATION;
import static io.prorata.adapter.persistence.generated.Tables.MONTH_CHECK;
import static io.prorata.adapter.persistence.generated.Tables.MONTH_TOTAL;
import static java.util.Objects.requireNonNull;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.noCondition;

import io.prorata.adapter.persistence.ledger.MonthTotals.Total;
import io.prorata.adapter.persistence.row.ClassificationRows;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.GroupTotal;
import io.prorata.domain.ledger.MonthFacts;
import io.prorata.domain.ledger.Statistics;
import io.prorata.domain.money.Money;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The stored month totals, which every write of rows updates in its transaction. */
public final class MonthTotalRows {

    private static final Field<Long> LEAST = DSL.field(DSL.name("least"), SQLDataType.BIGINT);
    private static final Field<Long> MOST = DSL.field(DSL.name("most"), SQLDataType.BIGINT);

    private MonthTotalRows() {}

    /**
     * Updates the totals by {@code change}, which is already applied to the rows. A month without totals, with damaged ones, or with totals
     * of other code is added up from its rows.
     *
     * @param code version of the code that sums
     */
    public static void advance(DSLContext sql, HouseholdId household, MonthTotals change, long code) {
        if (change.months().isEmpty()) {
            return;
        }
        Map<YearMonth, Map<Long, Total>> kept =
                sound(sql, household, change.months().keySet(), code);
        Set<YearMonth> others = new HashSet<>(change.months().keySet());
        others.removeAll(kept.keySet());
        rebuild(sql, household, others, code);
        kept.forEach((month, groups) -> {
            Map<Long, Total> changes = requireNonNull(change.months().get(month));
            Set<Long> touched = new HashSet<>();
            changes.forEach((classification, total) -> {
                if (!total.equals(Total.NONE)) {
                    groups.merge(classification, total, Total::plus);
                    touched.add(classification);
                }
            });
            if (!touched.isEmpty()) {
                keep(sql, household, month, groups, touched, code);
            }
        });
    }

    /** Adds up {@code months} from their rows, and stores the totals. */
    public static void rebuild(DSLContext sql, HouseholdId household, Collection<YearMonth> months, long code) {
        if (months.isEmpty()) {
            return;
        }
        MonthTotals summed = RowSums.totals(sql, household, BANK_TRANSACTION.MONTH.in(months));
        sql.deleteFrom(MONTH_TOTAL)
                .where(MONTH_TOTAL.HOUSEHOLD_ID.eq(household.value()))
                .and(MONTH_TOTAL.MONTH.in(months))
                .execute();
        months.forEach(month -> {
            Map<Long, Total> groups = summed.months().getOrDefault(month, new HashMap<>());
            keep(sql, household, month, groups, Set.copyOf(groups.keySet()), code);
        });
    }

    private static void keep(
            DSLContext sql,
            HouseholdId household,
            YearMonth month,
            Map<Long, Total> groups,
            Set<Long> touched,
            long code) {
        groups.values().removeIf(total -> total.rows() == 0);
        long check = MonthTotals.check(household.value(), month, code, groups);
        sql.insertInto(MONTH_CHECK)
                .set(MONTH_CHECK.HOUSEHOLD_ID, household.value())
                .set(MONTH_CHECK.MONTH, month)
                .set(MONTH_CHECK.SUMMED_BY, code)
                .set(MONTH_CHECK.CHECK_VALUE, check)
                .onConflict(MONTH_CHECK.HOUSEHOLD_ID, MONTH_CHECK.MONTH)
                .doUpdate()
                .set(MONTH_CHECK.SUMMED_BY, code)
                .set(MONTH_CHECK.CHECK_VALUE, check)
                .execute();
        List<Long> gone = touched.stream()
                .filter(classification -> !groups.containsKey(classification))
                .toList();
        if (!gone.isEmpty()) {
            sql.deleteFrom(MONTH_TOTAL)
                    .where(MONTH_TOTAL.HOUSEHOLD_ID.eq(household.value()))
                    .and(MONTH_TOTAL.MONTH.eq(month))
                    .and(MONTH_TOTAL.CLASSIFICATION_ID.in(gone))
                    .execute();
        }
        if (gone.size() < touched.size()) {
            var batch = sql.batch(insertInto(MONTH_TOTAL)
                    .columns(MONTH_TOTAL.fields())
                    .values(Collections.nCopies(MONTH_TOTAL.fields().length, (Object) null))
                    .onConflict(MONTH_TOTAL.HOUSEHOLD_ID, MONTH_TOTAL.MONTH, MONTH_TOTAL.CLASSIFICATION_ID)
                    .doUpdate()
                    .setAllToExcluded());
            for (long classification : touched) {
                Total total = groups.get(classification);
                if (total != null) {
                    batch = batch.bind(household.value(), month, classification, total.rows(), total.sum());
                }
            }
            batch.execute();
        }
    }

    /** Returns the stored, undamaged totals of {@code months} by this version of the code. */
    private static Map<YearMonth, Map<Long, Total>> sound(
            DSLContext sql, HouseholdId household, Collection<YearMonth> months, long code) {
        Map<YearMonth, Map<Long, Total>> kept = new HashMap<>();
        Map<YearMonth, Long> checks = new HashMap<>();
        sql.select(
                        MONTH_CHECK.MONTH,
                        MONTH_CHECK.CHECK_VALUE,
                        MONTH_TOTAL.CLASSIFICATION_ID,
                        MONTH_TOTAL.ROWS_COUNTED,
                        MONTH_TOTAL.SUM_MINOR)
                .from(MONTH_CHECK)
                .leftJoin(MONTH_TOTAL)
                .on(MONTH_TOTAL.HOUSEHOLD_ID.eq(MONTH_CHECK.HOUSEHOLD_ID))
                .and(MONTH_TOTAL.MONTH.eq(MONTH_CHECK.MONTH))
                .where(MONTH_CHECK.HOUSEHOLD_ID.eq(household.value()))
                .and(MONTH_CHECK.MONTH.in(months))
                .and(MONTH_CHECK.SUMMED_BY.eq(code))
                .forEach(row -> {
                    checks.put(row.value1(), row.value2());
                    Map<Long, Total> groups = kept.computeIfAbsent(row.value1(), month -> new HashMap<>());
                    if (row.value3() != null) {
                        groups.put(row.value3(), new Total(row.value4(), row.value5()));
                    }
                });
        kept.entrySet()
                .removeIf(month -> MonthTotals.check(household.value(), month.getKey(), code, month.getValue())
                        != requireNonNull(checks.get(month.getKey())));
        return kept;
    }

    /**
     * The stored totals of months, with their group keys.
     *
     * @param facts of the months with undamaged totals
     * @param damaged months whose totals do not match their check value
     * @param categories every category that any row has ever had, if all classifications were requested and a month has totals
     */
    public record Found(Map<YearMonth, MonthFacts> facts, Set<YearMonth> damaged, Optional<Set<String>> categories) {}

    /**
     * Reads the totals of {@code months}, except those of other code: one statement.
     *
     * @param code version of the code that reads
     * @param extremes whether to read the smallest and the largest amounts: two seeks in an index for each group
     * @param all whether to read classifications without rows in the month too, for their names
     */
    public static Found find(
            DSLContext sql,
            HouseholdId household,
            Collection<YearMonth> months,
            long code,
            boolean extremes,
            boolean all) {
        return find(sql, household, MONTH_CHECK.MONTH.in(months).and(MONTH_CHECK.SUMMED_BY.eq(code)), extremes, all);
    }

    /** Reads all stored totals, of any version of the code. */
    public static Found all(DSLContext sql, HouseholdId household) {
        return find(sql, household, noCondition(), false, false);
    }

    private static Found find(DSLContext sql, HouseholdId household, Condition months, boolean extremes, boolean all) {
        var reader = new Reader(household);
        Field<Long> least = extreme(DSL.min(BANK_TRANSACTION.AMOUNT_MINOR), extremes);
        Field<Long> most = extreme(DSL.max(BANK_TRANSACTION.AMOUNT_MINOR), extremes);
        var select = sql.select(MONTH_CHECK.MONTH, MONTH_CHECK.CHECK_VALUE, MONTH_CHECK.SUMMED_BY)
                .select(MONTH_TOTAL.CLASSIFICATION_ID, MONTH_TOTAL.ROWS_COUNTED, MONTH_TOTAL.SUM_MINOR)
                .select(ClassificationRows.columns())
                .select(least.as(LEAST), most.as(MOST));
        Condition here = MONTH_CHECK.HOUSEHOLD_ID.eq(household.value()).and(months);
        Condition total =
                MONTH_TOTAL.HOUSEHOLD_ID.eq(MONTH_CHECK.HOUSEHOLD_ID).and(MONTH_TOTAL.MONTH.eq(MONTH_CHECK.MONTH));
        if (all) {
            select.from(MONTH_CHECK)
                    .crossJoin(CLASSIFICATION)
                    .leftJoin(MONTH_TOTAL)
                    .on(total)
                    .and(MONTH_TOTAL.CLASSIFICATION_ID.eq(CLASSIFICATION.CLASSIFICATION_ID))
                    .where(here)
                    .and(CLASSIFICATION.HOUSEHOLD_ID.eq(household.value()))
                    .forEach(reader::read);
        } else {
            select.from(MONTH_CHECK)
                    .leftJoin(MONTH_TOTAL)
                    .on(total)
                    .leftJoin(CLASSIFICATION)
                    .on(CLASSIFICATION.HOUSEHOLD_ID.eq(MONTH_TOTAL.HOUSEHOLD_ID))
                    .and(CLASSIFICATION.CLASSIFICATION_ID.eq(MONTH_TOTAL.CLASSIFICATION_ID))
                    .where(here)
                    .forEach(reader::read);
        }
        return reader.found(all);
    }

    /** The first and the last row of a group in the index, which ends in the amount. */
    private static Field<Long> extreme(Field<Long> function, boolean wanted) {
        return wanted
                ? DSL.field(DSL.select(function)
                        .from(BANK_TRANSACTION)
                        .where(BANK_TRANSACTION.HOUSEHOLD_ID.eq(MONTH_TOTAL.HOUSEHOLD_ID))
                        .and(BANK_TRANSACTION.MONTH.eq(MONTH_TOTAL.MONTH))
                        .and(BANK_TRANSACTION.CLASSIFICATION_ID.eq(MONTH_TOTAL.CLASSIFICATION_ID))
                        .and(BANK_TRANSACTION.EXCLUDED.eq(inline(0L))))
                : DSL.castNull(SQLDataType.BIGINT);
    }

    /** Collects rows by month, and compares check values. */
    private static final class Reader {

        private final HouseholdId household;
        private final Map<YearMonth, Check> checks = new HashMap<>();
        private final Map<YearMonth, Map<Long, Total>> totals = new HashMap<>();
        private final Map<YearMonth, List<GroupTotal>> groups = new HashMap<>();
        private final Set<String> categories = new HashSet<>();
        private final Set<YearMonth> unreadable = new HashSet<>();

        /** The stored check value of a month. */
        private record Check(long value, long code) {

            boolean isOf(HouseholdId household, YearMonth month, Map<Long, Total> groups) {
                return MonthTotals.check(household.value(), month, code, groups) == value;
            }
        }

        Reader(HouseholdId household) {
            this.household = household;
        }

        void read(Record row) {
            YearMonth month = row.get(MONTH_CHECK.MONTH);
            checks.put(month, new Check(row.get(MONTH_CHECK.CHECK_VALUE), row.get(MONTH_CHECK.SUMMED_BY)));
            Map<Long, Total> ofMonth = totals.computeIfAbsent(month, any -> new HashMap<>());
            List<GroupTotal> facts = groups.computeIfAbsent(month, any -> new ArrayList<>());
            String category = row.get(CLASSIFICATION.CATEGORY);
            if (category != null) {
                categories.add(category);
            }
            Long classification = row.get(MONTH_TOTAL.CLASSIFICATION_ID);
            if (classification == null) {
                return;
            }
            ofMonth.put(classification, new Total(row.get(MONTH_TOTAL.ROWS_COUNTED), row.get(MONTH_TOTAL.SUM_MINOR)));
            if (row.get(CLASSIFICATION.EXPENSE_TYPE) == null || row.get(MONTH_TOTAL.ROWS_COUNTED) <= 0) {
                unreadable.add(month);
                return;
            }
            facts.add(group(row));
        }

        private static GroupTotal group(Record row) {
            long count = row.get(MONTH_TOTAL.ROWS_COUNTED);
            var sum = new Money(row.get(MONTH_TOTAL.SUM_MINOR));
            Long least = row.get(LEAST);
            Long most = row.get(MOST);
            return GroupTotal.ofBank(
                    ClassificationRows.key(row),
                    least == null || most == null
                            ? Statistics.summed(count, sum)
                            : new Statistics(count, sum, new Money(least), new Money(most)));
        }

        Found found(boolean all) {
            Map<YearMonth, MonthFacts> sound = new HashMap<>();
            Set<YearMonth> damaged = new HashSet<>(unreadable);
            checks.forEach((month, check) -> {
                Map<Long, Total> ofMonth = requireNonNull(totals.get(month));
                if (damaged.contains(month) || !check.isOf(household, month, ofMonth)) {
                    damaged.add(month);
                } else {
                    sound.put(month, new MonthFacts(requireNonNull(groups.get(month))));
                }
            });
            return new Found(sound, damaged, all && !checks.isEmpty() ? Optional.of(categories) : Optional.empty());
        }
    }
}
