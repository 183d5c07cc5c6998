package io.prorata.application.port;

import io.prorata.application.view.Snapshot;
import io.prorata.application.view.SnapshotRequest;
import io.prorata.application.view.StampAtRevision;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.HouseholdId;
import java.util.List;
import java.util.Optional;

/**
 * The reading side of the books, by the view. Each call is one question and one answer, of one moment: however deep a view, it costs
 * one look at its stamp and, where nothing kept will do, one more for all it shows.
 *
 * <p>Locking: takes no lock that a write holds. {@link #knownStampAtRevision} never blocks and may be called on a thread of the network;
 * the others wait for the store. {@link #take} costs what it reads: a month's facts from sums where those are kept, else its rows by an
 * index.
 */
public interface Snapshots {

    /** Returns how far a view of these scopes has come, if that is known without asking anybody. */
    Optional<StampAtRevision> knownStampAtRevision(HouseholdId household, ViewScopes scopes);

    /** Returns how far a view of these scopes has come. */
    default StampAtRevision stampAtRevision(HouseholdId household, ViewScopes scopes) {
        return stampsAtRevision(household, List.of(scopes)).getFirst();
    }

    /** Returns how far the view of each of {@code scopes} has come, in their order and all of one moment: one question to the store. */
    List<StampAtRevision> stampsAtRevision(HouseholdId household, List<ViewScopes> scopes);

    /** Returns what is wanted, with the stamp of the same moment. */
    Snapshot take(HouseholdId household, SnapshotRequest wanted);
}
