package io.prorata.application.simulation;

import io.prorata.application.port.Households;
import io.prorata.application.port.Revisions;
import io.prorata.application.view.Revision;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.renaming.MemberRenaming;
import java.util.List;

/** A household's settings and its revision, as they were when the plan was copied. */
record CopiedSettings(Household settings, Revision revision) implements Households, Revisions {

    @Override
    public Household get(HouseholdId household) {
        return settings;
    }

    @Override
    public Revision current(HouseholdId household) {
        return revision;
    }

    /** Nothing of a copy has a state that somebody has read. */
    @Override
    public Stamp stampAt(HouseholdId household, long changed) {
        return Stamp.NEVER;
    }

    @Override
    public Stamp stampOf(HouseholdId household, ViewScopes scopes) {
        return Stamp.NEVER;
    }

    @Override
    public List<Listed> all() {
        throw notCopied();
    }

    @Override
    public void keep(HouseholdId household, Household changed) {
        throw notCopied();
    }

    @Override
    public void rename(HouseholdId household, MemberRenaming renaming) {
        throw notCopied();
    }

    @Override
    public boolean holdAmounts(HouseholdId household) {
        throw notCopied();
    }

    private static UnsupportedOperationException notCopied() {
        return new UnsupportedOperationException("no change that can be simulated needs it");
    }
}
