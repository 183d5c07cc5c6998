package io.prorata.application.memory;

import io.prorata.application.port.Actor;
import io.prorata.application.port.AuditEntry;
import io.prorata.application.port.Books;
import io.prorata.application.port.Glance;
import io.prorata.application.port.Revision;
import io.prorata.application.port.Snapshot;
import io.prorata.application.port.Snapshots;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.Wanted;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.HouseholdId;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** The one door to books that are kept in memory, and the reading side of them. */
public final class InMemoryBooks implements UnitOfWork, Snapshots {

    private final Clock clock;
    private final RandomGenerator nonces;
    private final String epoch = UUID.randomUUID().toString();
    private final ReentrantLock writing = new ReentrantLock(true);
    private volatile SortedMap<HouseholdId, Shelf> shelves =
            new TreeMap<>(Comparator.comparingLong(HouseholdId::value));

    public InMemoryBooks(Clock clock, RandomGenerator nonces) {
        this.clock = clock;
        this.nonces = nonces;
    }

    @Override
    public <T> Committed<T> write(HouseholdId household, Actor actor, Function<Books, Decision<T>> work) {
        return alone(() -> {
            var revision = new Revision(epoch, lastRevision(household) + 1);
            var desk = new Desk(epoch, Optional.of(revision), shelves);
            Decision<T> decision = work.apply(new BooksOnDesk(desk));
            advance(desk, household, revision, actor, decision.change(), decision.entry());
            shelves = desk.shelves();
            return new Committed<>(decision.result(), revision);
        });
    }

    @Override
    public <T> T read(HouseholdId household, Function<Books, T> work) {
        return work.apply(new BooksOnDesk(now()));
    }

    @Override
    public Glance glance(HouseholdId household, ViewScopes scopes) {
        return new InMemorySnapshots(now()).glance(household, scopes);
    }

    @Override
    public Snapshot take(HouseholdId household, Wanted wanted) {
        return new InMemorySnapshots(now()).take(household, wanted);
    }

    @Override
    public Committed<HouseholdId> found(Actor actor, BiFunction<Books, HouseholdId, AuditEntry> work) {
        return alone(() -> {
            var id = new HouseholdId(shelves.isEmpty() ? 1 : shelves.lastKey().value() + 1);
            var revision = new Revision(epoch, 1);
            var desk = new Desk(epoch, Optional.of(revision), shelves);
            desk.open(id);
            AuditEntry entry = work.apply(new BooksOnDesk(desk), id);
            desk.existing(id).settings();
            advance(desk, id, revision, actor, new Change.HouseholdFounded(), entry);
            shelves = desk.shelves();
            return new Committed<>(id, revision);
        });
    }

    /** Returns what the audit keeps of {@code household}, the oldest change first. */
    public List<Audited> audit(HouseholdId household) {
        return List.copyOf(now().existing(household).audit);
    }

    private Desk now() {
        return new Desk(epoch, Optional.empty(), shelves);
    }

    private interface Write<T> {
        Committed<T> make();
    }

    private <T> Committed<T> alone(Write<T> write) {
        if (writing.isHeldByCurrentThread()) {
            throw new IllegalStateException("a write inside a write");
        }
        writing.lock();
        try {
            return write.make();
        } finally {
            writing.unlock();
        }
    }

    private long lastRevision(HouseholdId household) {
        return now().existing(household).revision;
    }

    private void advance(
            Desk desk, HouseholdId household, Revision revision, Actor actor, Change change, AuditEntry entry) {
        var stamp = new Stamp(revision.number(), nonces.nextLong());
        Shelf shelf = desk.toWrite(household);
        shelf.revision = stamp.revision();
        change.stale().forEach(scope -> shelf.scopes.put(scope, stamp));
        shelf.audit.add(new Audited(stamp.revision(), clock.instant(), actor, entry));
    }
}
