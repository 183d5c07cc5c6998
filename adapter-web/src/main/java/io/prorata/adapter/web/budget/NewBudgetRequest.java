package io.prorata.adapter.web.budget;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.constraint.Amount;
import io.prorata.adapter.web.constraint.Name;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.json.DecimalText;
import io.prorata.adapter.web.plan.SplitJson;
import io.prorata.application.budget.PlanBudget;
import io.prorata.domain.plan.BudgetTerms;
import jakarta.validation.Valid;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A new budget.
 *
 * @param category a category without another budget in force at the same time
 * @param amount the amount of one month, zero or more
 * @param split the split between members; the default is the household's key
 * @param from the first month in which it is in force; the default is the current month
 * @param until the last month in which it is in force; the default is no end
 */
@Serdeable
record NewBudgetRequest(
        @Name String category,
        @Amount(sign = Amount.Sign.NOT_NEGATIVE) DecimalText amount,
        @Nullable @Valid SplitJson split,
        @Nullable YearMonth from,
        @Nullable YearMonth until) {

    PlanBudget.Command command(AmountText amounts, boolean dryRun) {
        return new PlanBudget.Command(
                category,
                new BudgetTerms(amounts.of(amount), SplitJson.orByKey(split)),
                Optional.ofNullable(from),
                Optional.ofNullable(until),
                dryRun);
    }
}
