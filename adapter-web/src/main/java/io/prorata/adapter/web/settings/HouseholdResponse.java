package io.prorata.adapter.web.settings;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.application.household.HouseholdSettings;
import io.prorata.domain.household.Household;
import io.prorata.domain.time.Timeline;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A household's settings.
 *
 * @param pot whether there is a pot, with the months from which this is so; empty if not stated: then there is a pot
 * @param settleSince the first month that is included in settling up, if set
 */
@Serdeable.Serializable
record HouseholdResponse(
        String name,
        String currency,
        String timeZone,
        List<MemberResponse> members,
        List<PotResponse> pot,
        @Nullable String settleSince) {

    /** Whether there is a pot from a month on; before the first there is one. */
    @Serdeable.Serializable
    record PotResponse(String from, boolean inUse) {

        static List<PotResponse> all(Timeline<Boolean> pot) {
            return pot.entries().stream()
                    .map(entry -> new PotResponse(
                            entry.from().toString(), entry.terms().orElseThrow()))
                    .toList();
        }
    }

    @Serdeable.Serializable
    record MemberResponse(String key, String name) {}

    static HouseholdResponse of(HouseholdSettings settings) {
        Household household = settings.household();
        return new HouseholdResponse(
                household.name(),
                household.currency().getCurrencyCode(),
                household.zone().getId(),
                household.members().stream()
                        .map(member -> new MemberResponse(member.key().text(), member.name()))
                        .toList(),
                PotResponse.all(settings.pot()),
                settings.settleSince().map(YearMonth::toString).orElse(null));
    }
}
