package io.prorata.adapter.web.settings;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.Amounts;
import io.prorata.domain.provision.Provision;
import io.prorata.domain.provision.ProvisionCard;
import io.prorata.domain.provision.ProvisionTerms;
import io.prorata.domain.time.Timeline;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A provision with its first terms.
 *
 * @param until the last month in which it holds
 */
@Serdeable.Serializable
record ProvisionResponse(
        long id,
        String name,
        @Nullable String description,
        @Nullable String category,
        @Nullable String icon,
        @Nullable String colour,
        int position,
        String currency,
        Map<String, Object> base,
        Map<String, Object> split,
        @Nullable String target,
        String openingBalance,
        String from,
        @Nullable String until) {

    static ProvisionResponse of(Provision provision, Amounts amounts) {
        ProvisionCard card = provision.card();
        Timeline.Entry<ProvisionTerms> first = provision.terms().entries().get(0);
        ProvisionTerms terms = first.terms().orElseThrow();
        return new ProvisionResponse(
                provision.id(),
                card.name(),
                card.description(),
                card.category(),
                card.icon(),
                card.colour(),
                card.position(),
                amounts.currency().getCurrencyCode(),
                BaseJson.write(terms.base(), amounts),
                SplitJson.write(terms.split()),
                terms.target().map(amounts::text).orElse(null),
                amounts.text(provision.opening()),
                first.from().toString(),
                Until.of(provision.terms()));
    }
}
