package io.prorata.adapter.persistence;

import static io.prorata.adapter.persistence.generated.Tables.FIXED_EXPENSE;
import static io.prorata.adapter.persistence.generated.Tables.FIXED_EXPENSE_TERMS;
import static io.prorata.adapter.persistence.generated.Tables.FIXED_EXPENSE_WEIGHT;

import io.prorata.adapter.persistence.generated.tables.records.FixedExpenseTermsRecord;
import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.expense.FixedTerms;
import io.prorata.domain.expense.Frequency;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.money.Money;
import io.prorata.domain.time.Timeline;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;

/** Bills, a row each, a row per terms, and a row per weight of the terms' split. */
final class FixedExpenseRows {

    private FixedExpenseRows() {}

    private record TermsKey(long id, YearMonth from) {}

    static List<FixedExpense> all(DSLContext sql, HouseholdId household) {
        Map<TermsKey, Map<MemberKey, Long>> weights = new HashMap<>();
        sql.selectFrom(FIXED_EXPENSE_WEIGHT)
                .where(FIXED_EXPENSE_WEIGHT.HOUSEHOLD_ID.eq(household.value()))
                .forEach(row -> weights.computeIfAbsent(
                                new TermsKey(row.getFixedExpenseId(), row.getFromMonth()), key -> new HashMap<>())
                        .put(new MemberKey(row.getMemberKey()), row.getWeight()));
        Map<Long, List<Timeline.Entry<FixedTerms>>> terms = sql.selectFrom(FIXED_EXPENSE_TERMS)
                .where(FIXED_EXPENSE_TERMS.HOUSEHOLD_ID.eq(household.value()))
                .fetchGroups(
                        FIXED_EXPENSE_TERMS.FIXED_EXPENSE_ID, row -> entry(row.into(FIXED_EXPENSE_TERMS), weights));
        return sql.selectFrom(FIXED_EXPENSE)
                .where(FIXED_EXPENSE.HOUSEHOLD_ID.eq(household.value()))
                .fetch(row -> new FixedExpense(
                        row.getFixedExpenseId(),
                        row.getLabel(),
                        row.getCategory(),
                        row.getPaidBy(),
                        new Timeline<>(terms.getOrDefault(row.getFixedExpenseId(), List.of()))));
    }

    static void add(DSLContext sql, HouseholdId household, FixedExpense expense) {
        sql.insertInto(FIXED_EXPENSE)
                .set(FIXED_EXPENSE.HOUSEHOLD_ID, household.value())
                .set(FIXED_EXPENSE.FIXED_EXPENSE_ID, expense.id())
                .set(FIXED_EXPENSE.LABEL, expense.label())
                .set(FIXED_EXPENSE.CATEGORY, expense.category())
                .set(FIXED_EXPENSE.PAID_BY, expense.paidBy())
                .execute();
        expense.terms().entries().forEach(entry -> add(sql, household, expense.id(), entry));
    }

    private static void add(DSLContext sql, HouseholdId household, long id, Timeline.Entry<FixedTerms> entry) {
        var row = sql.newRecord(FIXED_EXPENSE_TERMS);
        row.setHouseholdId(household.value());
        row.setFixedExpenseId(id);
        row.setFromMonth(entry.from());
        entry.terms().ifPresent(terms -> {
            row.setAmountMinor(terms.amount().minor());
            row.setFrequency(terms.frequency().name());
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
        if (row.getFrequency() == null) {
            return new Timeline.Entry<>(row.getFromMonth(), Optional.empty());
        }
        var split = new SplitColumns(
                row.getSplitMode(),
                weights.getOrDefault(new TermsKey(row.getFixedExpenseId(), row.getFromMonth()), Map.of()));
        return new Timeline.Entry<>(
                row.getFromMonth(),
                Optional.of(new FixedTerms(
                        new Money(row.getAmountMinor()), Frequency.valueOf(row.getFrequency()), split.toSplit())));
    }
}
