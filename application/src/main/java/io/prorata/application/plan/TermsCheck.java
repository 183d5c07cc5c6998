package io.prorata.application.plan;

import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.household.Household;
import io.prorata.domain.provision.ProvisionBase;
import io.prorata.domain.provision.ProvisionTerms;
import java.time.YearMonth;

/** Checks that terms of a provision can hold from a month on. */
public final class TermsCheck {

    private TermsCheck() {}

    /**
     * @param at where the terms are in the request, as a JSON pointer
     * @throws RefusedException if they name somebody who is no member, their target is missing, or it is due before they begin and does not come back
     */
    public static void require(Household settings, ProvisionTerms terms, YearMonth from, String at) {
        MemberCheck.requireAll(settings, terms, at);
        if (!(terms.base() instanceof ProvisionBase.ToTarget towards)) {
            return;
        }
        if (terms.target().filter(target -> target.minor() > 0).isEmpty()) {
            throw new RefusedException(new Refusal.BrokenRule(
                    at + "/target", "what is to be reached by a month needs a target of more than zero"));
        }
        if (towards.every().isEmpty() && towards.by().isBefore(from)) {
            throw new RefusedException(new Refusal.BrokenRule(
                    at + "/base/by",
                    "it is due before these terms begin, in " + from
                            + "; name that month or a later one, or the months after which it comes back (every)"));
        }
    }
}
