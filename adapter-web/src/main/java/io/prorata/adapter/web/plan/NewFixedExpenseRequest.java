package io.prorata.adapter.web.plan;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.constraint.Amount;
import io.prorata.adapter.web.constraint.Name;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.json.DecimalText;
import io.prorata.application.plan.PlanFixedExpense;
import io.prorata.domain.expense.FixedTerms;
import io.prorata.domain.expense.Frequency;
import jakarta.validation.Valid;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A bill that is to be planned.
 *
 * @param paidFromCategory the category of the transactions that pay it; its own unless stated
 * @param amount of one bill, zero or more
 * @param split how it is divided; by the household's key unless stated
 * @param from the first month in which it holds; the current one unless stated
 * @param until the last month in which it holds; it has no end unless stated
 */
@Serdeable
record NewFixedExpenseRequest(
        @Name String label,
        @Name String category,
        @Nullable @Name String paidFromCategory,
        @Amount(sign = Amount.Sign.NOT_NEGATIVE) DecimalText amount,
        Frequency frequency,
        @Nullable @Valid SplitJson split,
        @Nullable YearMonth from,
        @Nullable YearMonth until) {

    PlanFixedExpense.Command command(AmountText amounts, boolean dryRun) {
        return new PlanFixedExpense.Command(
                label,
                category,
                Optional.ofNullable(paidFromCategory),
                new FixedTerms(amounts.of(amount), frequency, SplitJson.orByKey(split)),
                Optional.ofNullable(from),
                Optional.ofNullable(until),
                dryRun);
    }
}
