package io.prorata.domain.provision;

import io.prorata.domain.money.Money;
import io.prorata.domain.split.LineSplit;
import java.util.Optional;

/**
 * How much is set aside from a month on, by whom, and up to what.
 *
 * @param target what it is to reach, zero or more; zero counts as none
 */
public record ProvisionTerms(ProvisionBase base, LineSplit split, Optional<Money> target) {

    /** Refuses a target that is negative or too large with an {@link IllegalArgumentException}. */
    public ProvisionTerms {
        target.ifPresent(Money::notNegative);
    }
}
