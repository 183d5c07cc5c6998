package io.prorata.adapter.web.settings;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.constraint.Coherent;
import io.prorata.adapter.web.constraint.Contradictions;
import io.prorata.adapter.web.constraint.Contradictory;
import io.prorata.adapter.web.constraint.CurrencyCode;
import io.prorata.adapter.web.constraint.Name;
import io.prorata.adapter.web.constraint.TimeZone;
import io.prorata.application.household.HouseholdSettings;
import io.prorata.domain.household.Household;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a household, whole.
 *
 * @param currency the currency of all amounts (ISO 4217)
 * @param timeZone the time zone of its days and months
 * @param members all members, in the display order
 * @param settleSince the first month that is included in settling up; null: not set
 */
@Coherent
@Serdeable
public record HouseholdRequest(
        @Name String name,
        @CurrencyCode String currency,
        @TimeZone String timeZone,

        @Size(max = Household.MOST_MEMBERS, message = "a household has at most {max} members")
        List<@Valid MemberRequest> members,

        @Nullable YearMonth settleSince)
        implements Contradictory {

    static HouseholdRequest of(HouseholdSettings settings) {
        Household household = settings.household();
        return new HouseholdRequest(
                household.name(),
                household.currency().getCurrencyCode(),
                household.zone().getId(),
                household.members().stream().map(MemberRequest::of).toList(),
                settings.settleSince().orElse(null));
    }

    @Override
    public void check(Contradictions contradictions) {
        if (!members.stream().map(MemberRequest::key).allMatch(new HashSet<>()::add)) {
            contradictions.at("two members have the same key", "members");
        }
    }

    Household household() {
        return new Household(
                name,
                Currency.getInstance(currency),
                ZoneId.of(timeZone),
                members.stream().map(MemberRequest::member).toList());
    }
}
