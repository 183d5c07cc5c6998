package io.prorata.adapter.persistence;

import io.prorata.application.port.Snapshots;
import io.prorata.application.port.StoreUnavailableException;
import io.prorata.application.view.Snapshot;
import io.prorata.application.view.SnapshotRequest;
import io.prorata.application.view.StampAtRevision;
import io.prorata.domain.RefusedException;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.HouseholdId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Reads of which a replica does the work. What it shows cannot be stale: the primary is asked first how far the view has come, and the
 * replica answers only with exactly that stamp, else the primary does. A replica that is away costs a moment every so often.
 */
public final class ReplicaSnapshots implements Snapshots {

    private static final Duration LEFT_ALONE = Duration.ofSeconds(1);

    private final Snapshots primary;
    private final Snapshots replica;
    private final AtomicLong answered = new AtomicLong();
    private volatile long awayUntil = System.nanoTime();

    public ReplicaSnapshots(Snapshots primary, Snapshots replica) {
        this.primary = primary;
        this.replica = replica;
    }

    @Override
    public Optional<StampAtRevision> knownStampAtRevision(HouseholdId household, ViewScopes scopes) {
        return primary.knownStampAtRevision(household, scopes);
    }

    @Override
    public List<StampAtRevision> stampsAtRevision(HouseholdId household, List<ViewScopes> scopes) {
        return primary.stampsAtRevision(household, scopes);
    }

    @Override
    public Snapshot take(HouseholdId household, SnapshotRequest wanted) {
        if (System.nanoTime() - awayUntil < 0) {
            return primary.take(household, wanted);
        }
        StampAtRevision current = primary.stampAtRevision(household, wanted.scopes());
        return onReplica(household, wanted, current).orElseGet(() -> primary.take(household, wanted));
    }

    /** Returns how often the replica answered. */
    public long answered() {
        return answered.get();
    }

    private Optional<Snapshot> onReplica(HouseholdId household, SnapshotRequest wanted, StampAtRevision current) {
        try {
            Snapshot there = replica.take(household, wanted);
            if (!isAsNew(there.stampAtRevision(), current)) {
                return Optional.empty();
            }
            answered.incrementAndGet();
            // What the view depends on is the same at the revision that the primary has named.
            return Optional.of(there.at(current));
        } catch (StoreUnavailableException e) {
            awayUntil = System.nanoTime() + LEFT_ALONE.toNanos();
            return Optional.empty();
        } catch (RefusedException e) {
            // The household has not arrived there yet.
            return Optional.empty();
        }
    }

    private static boolean isAsNew(StampAtRevision there, StampAtRevision current) {
        return there.stamp().equals(current.stamp())
                && there.revision().epoch().equals(current.revision().epoch());
    }
}
