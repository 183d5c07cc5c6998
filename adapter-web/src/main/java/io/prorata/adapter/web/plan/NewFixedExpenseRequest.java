package io.prorata.adapter.web.plan;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.constraint.Amount;
import io.prorata.adapter.web.constraint.Coherent;
import io.prorata.adapter.web.constraint.Contradictions;
import io.prorata.adapter.web.constraint.Contradictory;
import io.prorata.adapter.web.constraint.Name;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.json.DecimalText;
import io.prorata.application.plan.PlanFixedExpense;
import io.prorata.domain.expense.FixedTerms;
import io.prorata.domain.expense.Frequency;
import io.prorata.domain.money.Money;
import io.prorata.domain.split.LineSplit;
import jakarta.validation.Valid;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A new bill.
 *
 * @param paidFromCategory the category of the transactions that pay it; the default is its own category
 * @param amount the amount of one bill, zero or more
 * @param dueMonth a month in which a bill of several months is due: its amount is put aside until then, in each cycle; without one, each
 *     month carries an equal part
 * @param split the split between members; the default is the household's key
 * @param from the first month in which it is in force; the default is the current month
 * @param until the last month in which it is in force; the default is no end
 */
@Coherent
@Serdeable
record NewFixedExpenseRequest(
        @Name String label,
        @Name String category,
        @Nullable @Name String paidFromCategory,
        @Amount(sign = Amount.Sign.NOT_NEGATIVE) DecimalText amount,
        Frequency frequency,
        @Nullable YearMonth dueMonth,
        @Nullable @Valid SplitJson split,
        @Nullable YearMonth from,
        @Nullable YearMonth until)
        implements Contradictory {

    @Override
    public void check(Contradictions contradictions) {
        contradictions.making(
                () -> new FixedTerms(Money.ZERO, frequency, Optional.ofNullable(dueMonth), new LineSplit.ByKey()),
                "due_month");
    }

    PlanFixedExpense.Command command(AmountText amounts, boolean dryRun) {
        return new PlanFixedExpense.Command(
                label,
                category,
                Optional.ofNullable(paidFromCategory),
                new FixedTerms(amounts.of(amount), frequency, Optional.ofNullable(dueMonth), SplitJson.orByKey(split)),
                Optional.ofNullable(from),
                Optional.ofNullable(until),
                dryRun);
    }
}
