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
 * @param terms in force that month; empty if it has ended: then it plans nothing and is shown for the sake of its balance
 * @param keyInstead whether the household's key serves because nobody of the line's own split is there
 * @param balance at the end of the month
 * @param reached what counts towards the target: the balance, and under terms with a due month what was paid out for the purpose
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

    /** Returns whether the provision has ended, and is shown because something is left in it. */
    public boolean ended() {
        return terms.isEmpty();
    }

    /** Returns what it is to reach; empty without a target, and once it has ended. */
    public Optional<Money> target() {
        return terms.flatMap(ProvisionTerms::target);
    }
}
