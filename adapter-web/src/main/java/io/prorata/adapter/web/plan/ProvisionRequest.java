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
import io.prorata.application.provision.ReviseProvision;
import io.prorata.application.request.PatchField;
import io.prorata.domain.money.Money;
import io.prorata.domain.provision.Provision;
import io.prorata.domain.provision.ProvisionBase;
import io.prorata.domain.provision.ProvisionCard;
import io.prorata.domain.provision.ProvisionTerms;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A provision, whole.
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
 * @param until the last month in which it is in force; null: no end; unchanged if absent
 */
@Coherent
@Serdeable
record ProvisionRequest(
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
        PatchField<YearMonth> until)
        implements Contradictory {

    static final String POSITION = "a position lies between 0 and 10000";

    static ProvisionRequest of(Provision provision, ProvisionTerms terms, AmountText amounts) {
        ProvisionCard card = provision.card();
        return new ProvisionRequest(
                card.name(),
                card.description(),
                card.category(),
                card.icon(),
                card.colour(),
                card.position(),
                BaseJson.of(terms.base(), amounts),
                SplitJson.of(terms.split()),
                terms.target().map(amounts::decimal).orElse(null),
                terms.stopAtTarget() ? true : null,
                // What is usual was not stated, so that another base has what is usual of it.
                terms.accrues() == ProvisionTerms.accruesUnlessStated(terms.base()) ? null : terms.accrues(),
                amounts.decimal(provision.opening()),
                PatchField.not());
    }

    ReviseProvision.Command command(AmountText amounts, PatchField<YearMonth> lastMonth) {
        return new ReviseProvision.Command(
                new ProvisionCard(name, description, category, icon, colour, position == null ? 0 : position),
                openingBalance == null ? Money.ZERO : amounts.of(openingBalance),
                Optional.of(terms(amounts)),
                lastMonth);
    }

    private ProvisionTerms terms(AmountText amounts) {
        ProvisionBase of = base.base(amounts);
        return new ProvisionTerms(
                of,
                SplitJson.orByKey(split),
                Optional.ofNullable(target).map(amounts::of),
                stopAtTarget != null && stopAtTarget,
                accrues == null ? ProvisionTerms.accruesUnlessStated(of) : accrues);
    }

    @Override
    public void check(Contradictions contradictions) {
        check(contradictions, base, target, stopAtTarget);
    }

    static void check(
            Contradictions contradictions,
            BaseJson base,
            @Nullable DecimalText target,
            @Nullable Boolean stopAtTarget) {
        if (base instanceof BaseJson.ToTarget) {
            if (target == null || new BigDecimal(target.digits()).signum() == 0) {
                contradictions.at("the mode to_target needs a target of more than zero", "target");
            }
            if (stopAtTarget != null && stopAtTarget) {
                contradictions.at("the mode to_target stops at the target by itself", "stop_at_target");
            }
        }
    }
}
