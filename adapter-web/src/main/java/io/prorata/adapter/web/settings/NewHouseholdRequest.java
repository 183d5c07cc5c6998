package io.prorata.adapter.web.settings;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.constraint.Coherent;
import io.prorata.adapter.web.constraint.Contradictions;
import io.prorata.adapter.web.constraint.Contradictory;
import io.prorata.adapter.web.constraint.CurrencyCode;
import io.prorata.adapter.web.constraint.Name;
import io.prorata.adapter.web.constraint.TimeZone;
import io.prorata.domain.household.Household;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A new household.
 *
 * @param currency the currency of all amounts (ISO 4217); the default is EUR
 * @param timeZone the time zone of its days and months; the default is UTC
 * @param members the members, in the display order
 */
@Coherent
@Serdeable
public record NewHouseholdRequest(
        @Name String name,
        @Nullable @CurrencyCode String currency,
        @Nullable @TimeZone String timeZone,

        @Nullable @Size(max = Household.MOST_MEMBERS, message = "a household has at most {max} members")
        List<@Valid MemberRequest> members)
        implements Contradictory {

    @Override
    public void check(Contradictions contradictions) {
        whole().check(contradictions);
    }

    public Household household() {
        return whole().household();
    }

    private HouseholdRequest whole() {
        return new HouseholdRequest(
                name,
                Objects.requireNonNullElse(currency, "EUR"),
                Objects.requireNonNullElse(timeZone, "UTC"),
                Objects.requireNonNullElse(members, List.of()),
                null);
    }
}
