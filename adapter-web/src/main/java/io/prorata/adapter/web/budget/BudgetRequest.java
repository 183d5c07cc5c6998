package io.prorata.adapter.web.budget;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.constraint.Amount;
import io.prorata.adapter.web.constraint.Name;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.json.DecimalText;
import io.prorata.adapter.web.plan.SplitJson;
import io.prorata.application.budget.ReviseBudget;
import io.prorata.application.request.PatchField;
import io.prorata.domain.plan.Budget;
import io.prorata.domain.plan.BudgetTerms;
import jakarta.validation.Valid;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A budget, whole.
 *
 * @param amount the amount of one month, zero or more
 * @param split the split between members; the default is the household's key
 * @param until the last month in which it is in force; null: no end; unchanged if absent
 */
@Serdeable
record BudgetRequest(
        @Name String category,
        @Amount(sign = Amount.Sign.NOT_NEGATIVE) DecimalText amount,
        @Nullable @Valid SplitJson split,
        PatchField<YearMonth> until) {

    static BudgetRequest of(Budget budget, BudgetTerms terms, AmountText amounts) {
        return new BudgetRequest(
                budget.category(), amounts.decimal(terms.amount()), SplitJson.of(terms.split()), PatchField.not());
    }

    ReviseBudget.Command command(AmountText amounts, PatchField<YearMonth> lastMonth) {
        return new ReviseBudget.Command(
                category, Optional.of(new BudgetTerms(amounts.of(amount), SplitJson.orByKey(split))), lastMonth);
    }
}
