package io.prorata.adapter.web.settings;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.domain.household.Household;
import java.util.List;

/** A household's settings. */
@Serdeable.Serializable
record HouseholdResponse(String name, String currency, String timeZone, List<MemberResponse> members) {

    @Serdeable.Serializable
    record MemberResponse(String key, String name) {}

    static HouseholdResponse of(Household household) {
        return new HouseholdResponse(
                household.name(),
                household.currency().getCurrencyCode(),
                household.zone().getId(),
                household.members().stream()
                        .map(member -> new MemberResponse(member.key().text(), member.name()))
                        .toList());
    }
}
