package io.prorata.adapter.web.plan;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.domain.provision.Provision;
import io.prorata.domain.provision.ProvisionCard;
import io.prorata.domain.provision.ProvisionTerms;
import io.prorata.domain.time.Timeline;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A provision with all its terms.
 *
 * @param id absent in a dry run, which stores nothing
 * @param from the first month in which it is in force
 * @param until the last month in which it is in force; absent without an end
 */
@Serdeable.Serializable
record ProvisionResponse(
        @Nullable Long id,
        String name,
        @Nullable String description,
        @Nullable String category,
        @Nullable String icon,
        @Nullable String colour,
        int position,
        String currency,
        String openingBalance,
        String from,
        @Nullable String until,
        List<TermsResponse> timeline) {

    /**
     * The terms from a month on.
     *
     * @param ended whether it has ended; then the other fields are absent
     * @param stopAtTarget whether the monthly amount is limited to what is missing to the target
     * @param accrues whether the planned amount counts as put aside without a recorded contribution
     */
    @Serdeable.Serializable
    record TermsResponse(
            String from,
            boolean ended,
            @Nullable Map<String, Object> base,
            @Nullable Map<String, Object> split,
            @Nullable String target,
            @Nullable Boolean stopAtTarget,
            @Nullable Boolean accrues) {

        static TermsResponse of(Timeline.Entry<ProvisionTerms> entry, AmountText amounts) {
            String from = entry.from().toString();
            return entry.terms()
                    .map(terms -> new TermsResponse(
                            from,
                            false,
                            BaseJson.write(terms.base(), amounts),
                            SplitJson.write(terms.split()),
                            terms.target().map(amounts::text).orElse(null),
                            terms.stopAtTarget(),
                            terms.accrues()))
                    .orElseGet(() -> new TermsResponse(from, true, null, null, null, null, null));
        }
    }

    /** All terms, each with its first month. */
    @Serdeable.Serializable
    record TimelineResponse(List<TermsResponse> timeline) {}

    static ProvisionResponse of(Provision provision, AmountText amounts) {
        ProvisionCard card = provision.card();
        List<Timeline.Entry<ProvisionTerms>> entries = provision.terms().entries();
        return new ProvisionResponse(
                provision.id() == 0 ? null : provision.id(),
                card.name(),
                card.description(),
                card.category(),
                card.icon(),
                card.colour(),
                card.position(),
                amounts.currency().getCurrencyCode(),
                amounts.text(provision.opening()),
                entries.getFirst().from().toString(),
                Until.of(provision.terms()),
                entries.stream().map(entry -> TermsResponse.of(entry, amounts)).toList());
    }
}
