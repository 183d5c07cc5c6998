package io.prorata.domain.plan;

import io.prorata.domain.money.Money;
import io.prorata.domain.provision.Progress;
import io.prorata.domain.provision.Provision;
import io.prorata.domain.provision.ProvisionTerms;
import io.prorata.domain.split.Shares;
import java.util.Optional;

/**
 * What a month puts aside for one provision.
 *
 * @param terms in force that month; empty if it has ended: then it plans nothing and is shown because of its balance
 * @param keyInstead whether the household's key is used because no member of the line's own split is present
 * @param balance at the end of the month
 * @param reached the amount that counts towards the target: the balance and, with a due month, what was paid out for the purpose
 */
public record ProvisionLine(
        Provision provision,
        Optional<ProvisionTerms> terms,
        Money monthly,
        Shares shares,
        boolean keyInstead,
        Money balance,
        Money reached,
        Optional<Progress> progress) {

    /** Returns whether the provision has ended and is shown because its balance is not 0. */
    public boolean ended() {
        return terms.isEmpty();
    }

    /** Returns its target; empty without one, and after it has ended. */
    public Optional<Money> target() {
        return terms.flatMap(ProvisionTerms::target);
    }
}
