package io.prorata.adapter.web.plan;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.constraint.Amount;
import io.prorata.adapter.web.constraint.Coherent;
import io.prorata.adapter.web.constraint.Colour;
import io.prorata.adapter.web.constraint.Contradictions;
import io.prorata.adapter.web.constraint.Contradictory;
import io.prorata.adapter.web.constraint.Label;
import io.prorata.adapter.web.constraint.Name;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.json.DecimalText;
import io.prorata.application.provision.PlanProvision;
import io.prorata.application.provision.ReviseProvision;
import io.prorata.application.request.PatchField;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A new provision.
 *
 * @param description one or two sentences
 * @param icon the name of the icon on pages
 * @param colour the colour on pages, #rrggbb
 * @param position position in the display order, smallest first; the default is 0
 * @param base the base of its monthly amount
 * @param split the split between members; the default is the household's key
 * @param target the target of its balance; the default is none
 * @param stopAtTarget whether the monthly amount is limited to what is missing to the target; the default is false
 * @param accrues whether the planned amount counts as put aside at the end of the month without a recorded contribution; the default is
 *     true for the mode to_target and false for the others
 * @param openingBalance the balance before its first month; the default is 0
 * @param from the first month in which it is in force; the default is the current month
 * @param until the last month in which it is in force; the default is no end
 */
@Coherent
@Serdeable
record NewProvisionRequest(
        @Name String name,
        @Nullable @Label String description,
        @Nullable @Name String category,
        @Nullable @Name String icon,
        @Nullable @Colour String colour,

        @Nullable
        @Min(value = 0, message = ProvisionRequest.POSITION)
        @Max(value = 10_000, message = ProvisionRequest.POSITION)
        Integer position,

        @Valid BaseJson base,
        @Nullable @Valid SplitJson split,
        @Nullable @Amount(sign = Amount.Sign.NOT_NEGATIVE) DecimalText target,
        @Nullable Boolean stopAtTarget,
        @Nullable Boolean accrues,
        @Nullable @Amount DecimalText openingBalance,
        @Nullable YearMonth from,
        @Nullable YearMonth until)
        implements Contradictory {

    @Override
    public void check(Contradictions contradictions) {
        ProvisionRequest.check(contradictions, base, target, stopAtTarget);
    }

    PlanProvision.Command command(AmountText amounts, boolean dryRun) {
        ReviseProvision.Command whole = new ProvisionRequest(
                        name,
                        description,
                        category,
                        icon,
                        colour,
                        position,
                        base,
                        split,
                        target,
                        stopAtTarget,
                        accrues,
                        openingBalance,
                        PatchField.not())
                .command(amounts, PatchField.not());
        return new PlanProvision.Command(
                whole.card(),
                whole.opening(),
                whole.terms().orElseThrow(),
                Optional.ofNullable(from),
                Optional.ofNullable(until),
                dryRun);
    }
}
