package io.prorata.application.plan;

import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.provision.ProvisionBase;
import io.prorata.domain.provision.ProvisionTerms;
import io.prorata.domain.split.LineSplit;

/** Checks that named people are members of the household. */
public final class MemberCheck {

    private MemberCheck() {}

    /**
     * @param where the name is in the request, as a JSON pointer
     * @throws RefusedException if {@code member} is not one of the household
     */
    public static void require(Household household, MemberKey member, String where) {
        if (!household.has(member)) {
            throw new RefusedException(new Refusal.UnknownMember(member, where));
        }
    }

    /** @param at where the terms are in the request, as a JSON pointer */
    static void requireAll(Household household, ProvisionTerms terms, String at) {
        if (terms.base() instanceof ProvisionBase.ShareOfOne one) {
            require(household, one.member(), at + "/base/member");
        }
        requireAll(household, terms.split(), at + "/split");
    }

    public static void requireAll(Household household, LineSplit split) {
        requireAll(household, split, "/split");
    }

    /** @param where the split is in the request, as a JSON pointer */
    public static void requireAll(Household household, LineSplit split, String where) {
        boolean byWeights = split instanceof LineSplit.ByWeights;
        split.names()
                .forEach(member -> require(household, member, where + (byWeights ? "/weights/" + member : "/member")));
    }
}
