package io.prorata.adapter.web.plan;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.constraint.Amount;
import io.prorata.adapter.web.constraint.Name;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.json.DecimalText;
import io.prorata.application.plan.ReviseFixedExpense;
import io.prorata.application.request.PatchField;
import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.expense.FixedTerms;
import io.prorata.domain.expense.Frequency;
import jakarta.validation.Valid;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A bill, whole.
 *
 * @param paidFromCategory the category of the transactions that pay it; its own unless stated
 * @param amount of one bill, zero or more
 * @param split how it is divided; by the household's key unless stated
 * @param until the last month in which it holds; null: it has no end; as it is unless stated
 */
@Serdeable
record FixedExpenseRequest(
        @Name String label,
        @Name String category,
        @Nullable @Name String paidFromCategory,
        @Amount(sign = Amount.Sign.NOT_NEGATIVE) DecimalText amount,
        Frequency frequency,
        @Nullable @Valid SplitJson split,
        PatchField<YearMonth> until) {

    static FixedExpenseRequest of(FixedExpense bill, FixedTerms terms, AmountText amounts) {
        return new FixedExpenseRequest(
                bill.label(),
                bill.category(),
                bill.paidBy(),
                amounts.decimal(terms.amount()),
                terms.frequency(),
                SplitJson.of(terms.split()),
                PatchField.not());
    }

    ReviseFixedExpense.Command command(AmountText amounts, PatchField<YearMonth> lastMonth) {
        return new ReviseFixedExpense.Command(
                label,
                category,
                paidFromCategory == null ? category : paidFromCategory,
                Optional.of(new FixedTerms(amounts.of(amount), frequency, SplitJson.orByKey(split))),
                lastMonth);
    }
}
