package io.prorata.adapter.web.plan;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.json.Warning;
import io.prorata.application.provision.ShowProvisions;
import io.prorata.application.request.ReadResult;
import io.prorata.domain.plan.PlanBook;
import io.prorata.domain.provision.Provision;
import io.prorata.domain.provision.ProvisionCard;
import io.prorata.domain.provision.ProvisionTerms;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The provisions of a month, with the terms in force, in the display order. */
@Serdeable.Serializable
record PlannedProvisionsResponse(
        String month, String currency, List<ProvisionInMonth> provisions, List<Warning> warnings) {

    /**
     * A provision in a month.
     *
     * @param inForce whether it is in force in the month; if not, the terms are absent
     * @param balance the balance at the end of the month
     * @param ended whether it has ended; an ended provision is listed until its balance is 0
     */
    @Serdeable.Serializable
    record ProvisionInMonth(
            long id,
            String name,
            @Nullable String description,
            @Nullable String category,
            @Nullable String icon,
            @Nullable String colour,
            int position,
            boolean inForce,
            @Nullable Map<String, Object> base,
            @Nullable Map<String, Object> split,
            @Nullable String target,
            @Nullable Boolean stopAtTarget,
            @Nullable Boolean accrues,
            String balance,
            boolean ended) {

        static ProvisionInMonth of(PlanBook book, Provision provision, YearMonth month, AmountText amounts) {
            ProvisionCard card = provision.card();
            ProvisionTerms terms = provision.terms().at(month).orElse(null);
            return new ProvisionInMonth(
                    provision.id(),
                    card.name(),
                    card.description(),
                    card.category(),
                    card.icon(),
                    card.colour(),
                    card.position(),
                    terms != null,
                    terms == null ? null : BaseJson.write(terms.base(), amounts),
                    terms == null ? null : SplitJson.write(terms.split()),
                    terms == null ? null : terms.target().map(amounts::text).orElse(null),
                    terms == null ? null : terms.stopAtTarget(),
                    terms == null ? null : terms.accrues(),
                    amounts.text(book.balance(provision, month)),
                    provision.endedIn(month));
        }
    }

    static PlannedProvisionsResponse of(ReadResult<ShowProvisions.Planned> planned) {
        var amounts = new AmountText(planned.currency());
        YearMonth month = planned.thing().month();
        return new PlannedProvisionsResponse(
                month.toString(),
                planned.currency().getCurrencyCode(),
                planned.thing().provisions().stream()
                        .map(provision -> ProvisionInMonth.of(planned.thing().book(), provision, month, amounts))
                        .toList(),
                Warning.negativeBalances(
                        amounts, planned.thing().book(), month, planned.thing().provisions()));
    }
}
