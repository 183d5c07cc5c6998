package io.prorata.adapter.web.plan;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.constraint.Amount;
import io.prorata.adapter.web.constraint.Coherent;
import io.prorata.adapter.web.constraint.Contradictions;
import io.prorata.adapter.web.constraint.Contradictory;
import io.prorata.adapter.web.constraint.Name;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.json.DecimalText;
import io.prorata.application.plan.ReviseFixedExpense;
import io.prorata.application.request.PatchField;
import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.expense.FixedTerms;
import io.prorata.domain.expense.Frequency;
import io.prorata.domain.money.Money;
import io.prorata.domain.split.LineSplit;
import jakarta.validation.Valid;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A bill, whole.
 *
 * @param paidFromCategory the category of the transactions that pay it; the default is its own category
 * @param amount the amount of one bill, zero or more
 * @param dueMonth a month in which a bill of several months is due: its amount is put aside until then, in each cycle; without one, each
 *     month carries an equal part
 * @param split the split between members; the default is the household's key
 * @param until the last month in which it is in force; null: no end; unchanged if absent
 */
@Coherent
@Serdeable
record FixedExpenseRequest(
        @Name String label,
        @Name String category,
        @Nullable @Name String paidFromCategory,
        @Amount(sign = Amount.Sign.NOT_NEGATIVE) DecimalText amount,
        Frequency frequency,
        @Nullable YearMonth dueMonth,
        @Nullable @Valid SplitJson split,
        PatchField<YearMonth> until)
        implements Contradictory {

    @Override
    public void check(Contradictions contradictions) {
        contradictions.making(
                () -> new FixedTerms(Money.ZERO, frequency, Optional.ofNullable(dueMonth), new LineSplit.ByKey()),
                "due_month");
    }

    static FixedExpenseRequest of(FixedExpense bill, FixedTerms terms, AmountText amounts) {
        return new FixedExpenseRequest(
                bill.label(),
                bill.category(),
                bill.paidBy(),
                amounts.decimal(terms.amount()),
                terms.frequency(),
                terms.due().orElse(null),
                SplitJson.of(terms.split()),
                PatchField.not());
    }

    ReviseFixedExpense.Command command(AmountText amounts, PatchField<YearMonth> lastMonth) {
        return new ReviseFixedExpense.Command(
                label,
                category,
                paidFromCategory == null ? category : paidFromCategory,
                Optional.of(new FixedTerms(
                        amounts.of(amount), frequency, Optional.ofNullable(dueMonth), SplitJson.orByKey(split))),
                lastMonth);
    }
}
