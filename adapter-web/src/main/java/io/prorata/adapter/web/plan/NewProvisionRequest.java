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
 * A provision that is to be planned.
 *
 * @param description in a sentence or two
 * @param icon as pages know it
 * @param colour as pages write it, #rrggbb
 * @param position in the order of display, smallest first; 0 unless stated
 * @param base what its monthly amount is reckoned from
 * @param split how it is divided; by the household's key unless stated
 * @param target what it is to reach; it has none unless stated
 * @param stopAtTarget whether no more is put aside than the target still needs; false unless stated
 * @param accrues whether what is planned counts as put aside at the end of the month without anybody recording it; unless stated true of the
 *     mode to_target and false of the others
 * @param openingBalance what is there before its first month; 0 unless stated
 * @param from the first month in which it holds; the current one unless stated
 * @param until the last month in which it holds; it has no end unless stated
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
