package io.prorata.adapter.web.plan;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.constraint.Amount;
import io.prorata.adapter.web.constraint.Colour;
import io.prorata.adapter.web.constraint.Label;
import io.prorata.adapter.web.constraint.Name;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.json.DecimalText;
import io.prorata.application.provision.ReviseProvision;
import io.prorata.application.request.PatchField;
import io.prorata.domain.money.Money;
import io.prorata.domain.provision.Provision;
import io.prorata.domain.provision.ProvisionCard;
import io.prorata.domain.provision.ProvisionTerms;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A provision, whole.
 *
 * @param description in a sentence or two
 * @param icon as pages know it
 * @param colour as pages write it, #rrggbb
 * @param position in the order of display, smallest first; 0 unless stated
 * @param base what its monthly amount is reckoned from
 * @param split how it is divided; by the household's key unless stated
 * @param target what it is to reach; it has none unless stated
 * @param openingBalance what is there before its first month; 0 unless stated
 * @param until the last month in which it holds; null: it has no end; as it is unless stated
 */
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
        @Nullable @Amount DecimalText openingBalance,
        PatchField<YearMonth> until) {

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
                amounts.decimal(provision.opening()),
                PatchField.not());
    }

    ReviseProvision.Command command(AmountText amounts, PatchField<YearMonth> lastMonth) {
        return new ReviseProvision.Command(
                new ProvisionCard(name, description, category, icon, colour, position == null ? 0 : position),
                openingBalance == null ? Money.ZERO : amounts.of(openingBalance),
                Optional.of(new ProvisionTerms(
                        base.base(amounts),
                        SplitJson.orByKey(split),
                        Optional.ofNullable(target).map(amounts::of))),
                lastMonth);
    }
}
