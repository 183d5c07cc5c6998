package io.prorata.adapter.persistence.plan;

import static io.prorata.adapter.persistence.generated.Tables.FIXED_EXPENSE;
import static io.prorata.adapter.persistence.generated.Tables.FIXED_EXPENSE_TERMS;
import static io.prorata.adapter.persistence.generated.Tables.FIXED_EXPENSE_WEIGHT;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.prorata.adapter.persistence.generated.tables.records.FixedExpenseRecord;
import io.prorata.adapter.persistence.generated.tables.records.FixedExpenseTermsRecord;
import io.prorata.adapter.persistence.generated.tables.records.FixedExpenseWeightRecord;
import io.prorata.adapter.persistence.row.SplitColumns;
import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.expense.FixedTerms;
import io.prorata.domain.expense.Frequency;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.money.Money;
import io.prorata.domain.time.Timeline;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;

/** Bills, a row each, a row per terms, and a row per weight of the terms' split. */
public final class FixedExpenseRows {

    private FixedExpenseRows() {}

    private record TermsKey(long id, YearMonth from) {}

    /** Two statements: the bills with their terms, and the weights of the terms. */
    public static List<FixedExpense> all(DSLContext sql, HouseholdId household) {
        Map<TermsKey, Map<MemberKey, Long>> weights = weights(sql, household);
        Map<FixedExpenseRecord, List<Timeline.Entry<FixedTerms>>> terms = new LinkedHashMap<>();
        sql.select(FIXED_EXPENSE, FIXED_EXPENSE_TERMS)
                .from(FIXED_EXPENSE)
                .leftJoin(FIXED_EXPENSE_TERMS)
                .on(FIXED_EXPENSE_TERMS.HOUSEHOLD_ID.eq(FIXED_EXPENSE.HOUSEHOLD_ID))
                .and(FIXED_EXPENSE_TERMS.FIXED_EXPENSE_ID.eq(FIXED_EXPENSE.FIXED_EXPENSE_ID))
                .where(FIXED_EXPENSE.HOUSEHOLD_ID.eq(household.value()))
                .orderBy(FIXED_EXPENSE.FIXED_EXPENSE_ID, FIXED_EXPENSE_TERMS.FROM_MONTH)
                .forEach(row -> {
                    List<Timeline.Entry<FixedTerms>> dated =
                            terms.computeIfAbsent(row.value1(), bill -> new ArrayList<>());
                    if (row.value2().getFromMonth() != null) {
                        dated.add(entry(row.value2(), weights));
                    }
                });
        return terms.entrySet().stream()
                .map(bill -> new FixedExpense(
                        bill.getKey().getFixedExpenseId(),
                        bill.getKey().getLabel(),
                        bill.getKey().getCategory(),
                        bill.getKey().getPaidBy(),
                        new Timeline<>(bill.getValue())))
                .toList();
    }

    private static Map<TermsKey, Map<MemberKey, Long>> weights(DSLContext sql, HouseholdId household) {
        return sql
                .selectFrom(FIXED_EXPENSE_WEIGHT)
                .where(FIXED_EXPENSE_WEIGHT.HOUSEHOLD_ID.eq(household.value()))
                .fetch()
                .stream()
                .collect(groupingBy(
                        row -> new TermsKey(row.getFixedExpenseId(), row.getFromMonth()),
                        toMap(row -> new MemberKey(row.getMemberKey()), FixedExpenseWeightRecord::getWeight)));
    }

    public static void add(DSLContext sql, HouseholdId household, FixedExpense expense, long revision) {
        sql.insertInto(FIXED_EXPENSE)
                .set(FIXED_EXPENSE.HOUSEHOLD_ID, household.value())
                .set(FIXED_EXPENSE.FIXED_EXPENSE_ID, expense.id())
                .set(FIXED_EXPENSE.LABEL, expense.label())
                .set(FIXED_EXPENSE.CATEGORY, expense.category())
                .set(FIXED_EXPENSE.PAID_BY, expense.paidBy())
                .set(FIXED_EXPENSE.REVISION, revision)
                .execute();
        expense.terms().entries().forEach(entry -> add(sql, household, expense.id(), entry));
    }

    public static void replace(DSLContext sql, HouseholdId household, FixedExpense expense, long revision) {
        int replaced = sql.update(FIXED_EXPENSE)
                .set(FIXED_EXPENSE.LABEL, expense.label())
                .set(FIXED_EXPENSE.CATEGORY, expense.category())
                .set(FIXED_EXPENSE.PAID_BY, expense.paidBy())
                .set(FIXED_EXPENSE.REVISION, revision)
                .where(FIXED_EXPENSE.HOUSEHOLD_ID.eq(household.value()))
                .and(FIXED_EXPENSE.FIXED_EXPENSE_ID.eq(expense.id()))
                .execute();
        if (replaced == 0) {
            throw new IllegalStateException("nothing has the id " + expense.id());
        }
        removeTerms(sql, household, expense.id());
        expense.terms().entries().forEach(entry -> add(sql, household, expense.id(), entry));
    }

    /** Removes a bill. */
    public static void remove(DSLContext sql, HouseholdId household, long id) {
        removeTerms(sql, household, id);
        int gone = sql.deleteFrom(FIXED_EXPENSE)
                .where(FIXED_EXPENSE.HOUSEHOLD_ID.eq(household.value()))
                .and(FIXED_EXPENSE.FIXED_EXPENSE_ID.eq(id))
                .execute();
        if (gone == 0) {
            throw new IllegalStateException("nothing has the id " + id);
        }
    }

    private static void removeTerms(DSLContext sql, HouseholdId household, long id) {
        sql.deleteFrom(FIXED_EXPENSE_WEIGHT)
                .where(FIXED_EXPENSE_WEIGHT.HOUSEHOLD_ID.eq(household.value()))
                .and(FIXED_EXPENSE_WEIGHT.FIXED_EXPENSE_ID.eq(id))
                .execute();
        sql.deleteFrom(FIXED_EXPENSE_TERMS)
                .where(FIXED_EXPENSE_TERMS.HOUSEHOLD_ID.eq(household.value()))
                .and(FIXED_EXPENSE_TERMS.FIXED_EXPENSE_ID.eq(id))
                .execute();
    }

    /** Returns the revision at which a bill last changed. */
    public static Optional<Long> changedAt(DSLContext sql, HouseholdId household, long id) {
        return sql.select(FIXED_EXPENSE.REVISION)
                .from(FIXED_EXPENSE)
                .where(FIXED_EXPENSE.HOUSEHOLD_ID.eq(household.value()))
                .and(FIXED_EXPENSE.FIXED_EXPENSE_ID.eq(id))
                .fetchOptional(FIXED_EXPENSE.REVISION);
    }

    private static void add(DSLContext sql, HouseholdId household, long id, Timeline.Entry<FixedTerms> entry) {
        var row = sql.newRecord(FIXED_EXPENSE_TERMS);
        row.setHouseholdId(household.value());
        row.setFixedExpenseId(id);
        row.setFromMonth(entry.from());
        entry.terms().ifPresent(terms -> {
            row.setAmountMinor(terms.amount().minor());
            row.setFrequency(terms.frequency().name());
            terms.due().ifPresent(row::setDueMonth);
            row.setSplitMode(SplitColumns.of(terms.split()).mode());
        });
        sql.insertInto(FIXED_EXPENSE_TERMS).set(row).execute();
        entry.terms()
                .ifPresent(terms -> SplitColumns.of(terms.split())
                        .weights()
                        .forEach((member, weight) -> sql.insertInto(FIXED_EXPENSE_WEIGHT)
                                .set(FIXED_EXPENSE_WEIGHT.HOUSEHOLD_ID, household.value())
                                .set(FIXED_EXPENSE_WEIGHT.FIXED_EXPENSE_ID, id)
                                .set(FIXED_EXPENSE_WEIGHT.FROM_MONTH, entry.from())
                                .set(FIXED_EXPENSE_WEIGHT.MEMBER_KEY, member.text())
                                .set(FIXED_EXPENSE_WEIGHT.WEIGHT, weight)
                                .execute()));
    }

    private static Timeline.Entry<FixedTerms> entry(
            FixedExpenseTermsRecord row, Map<TermsKey, Map<MemberKey, Long>> weights) {
        YearMonth from = row.getFromMonth();
        if (row.getFrequency() == null) {
            return new Timeline.Entry<>(from, Optional.empty());
        }
        var split = new SplitColumns(
                row.getSplitMode(), weights.getOrDefault(new TermsKey(row.getFixedExpenseId(), from), Map.of()));
        return new Timeline.Entry<>(
                from,
                Optional.of(new FixedTerms(
                        new Money(row.getAmountMinor()),
                        Frequency.valueOf(row.getFrequency()),
                        Optional.ofNullable(row.getDueMonth()),
                        split.toSplit())));
    }
}
