package io.prorata.application.change;

import io.prorata.application.port.Snapshots;
import io.prorata.application.view.Revision;
import io.prorata.domain.freshness.Scope;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.HouseholdId;

/** Shows the revision of a household: from memory if this process alone writes, otherwise by one statement. */
public final class ShowRevision {

    /** Any scope works: the revision beside its stamp is the household's. */
    private static final ViewScopes ANY = ViewScopes.of(new Scope.Access());

    private final Snapshots snapshots;

    public ShowRevision(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    public Revision show(HouseholdId household) {
        return snapshots
                .knownStampAtRevision(household, ANY)
                .orElseGet(() -> snapshots.stampAtRevision(household, ANY))
                .revision();
    }
}
