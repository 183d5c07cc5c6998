package io.prorata.application.port;

import io.prorata.application.view.Snapshot;
import io.prorata.application.view.SnapshotRequest;
import io.prorata.application.view.StampAtRevision;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.HouseholdId;
import java.util.Optional;

/**
 * The reading side of the books, by the view. Each call is one question and one answer, of one moment: however deep a view, it costs
 * one look at its stamp and, where nothing kept will do, one more for all it shows.
 */
public interface Snapshots {

    /** Returns how far a view of these scopes has come, if that is known without asking anybody. */
    Optional<StampAtRevision> knownStampAtRevision(HouseholdId household, ViewScopes scopes);

    /** Returns how far a view of these scopes has come. */
    StampAtRevision stampAtRevision(HouseholdId household, ViewScopes scopes);

    /** Returns what is wanted, with the stamp of the same moment. */
    Snapshot take(HouseholdId household, SnapshotRequest wanted);
}
