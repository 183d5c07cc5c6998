package io.prorata.application.memory;

import io.prorata.application.port.Actor;
import io.prorata.application.port.Books;
import io.prorata.application.port.IdempotencyStore;
import io.prorata.application.port.Ledger;
import io.prorata.application.port.Snapshots;
import io.prorata.application.port.Store;
import io.prorata.application.port.StoreUnavailableException;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.AuditEntry;
import io.prorata.application.view.Revision;
import io.prorata.application.view.Snapshot;
import io.prorata.application.view.SnapshotRequest;
import io.prorata.application.view.StampAtRevision;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.HouseholdId;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.random.RandomGenerator;

/** The one door to books that are kept in memory, and the reading side of them. */
public final class InMemoryBooks implements UnitOfWork, Snapshots, Store {

    private final Clock clock;
    private final RandomGenerator nonces;
    private final LongSupplier nanoTime;
    private final long begun;
    private final String epoch = UUID.randomUUID().toString();
    private final ReentrantLock writing = new ReentrantLock(true);
    private final LongAdder turns = new LongAdder();
    private final LongAdder commits = new LongAdder();
    private final ScopedValue<InMemoryTransaction> together = ScopedValue.newInstance();
    private long lastHousehold;
    private volatile SortedMap<HouseholdId, HouseholdRecords> shelves =
            new TreeMap<>(Comparator.comparingLong(HouseholdId::value));

    public InMemoryBooks(Clock clock, RandomGenerator nonces) {
        this(clock, nonces, System::nanoTime);
    }

    /** @param nanoTime by which running time is counted */
    public InMemoryBooks(Clock clock, RandomGenerator nonces, LongSupplier nanoTime) {
        this.clock = clock;
        this.nonces = nonces;
        this.nanoTime = nanoTime;
        this.begun = nanoTime.getAsLong();
    }

    @Override
    public <T> Committed<T> write(HouseholdId household, Actor actor, Function<Books, Decision<T>> work) {
        if (!together.isBound()) {
            return alone(() -> write(household, actor, work, this::published, this::publish));
        }
        InMemoryTransaction outer = together.get();
        return outer.write(() -> write(household, actor, work, outer::shelves, outer::keep));
    }

    private <T> Committed<T> write(
            HouseholdId household,
            Actor actor,
            Function<Books, Decision<T>> work,
            Supplier<SortedMap<HouseholdId, HouseholdRecords>> from,
            Consumer<SortedMap<HouseholdId, HouseholdRecords>> to) {
        var last = new InMemorySession(epoch, Optional.empty(), from.get()).current(household);
        var revision = new Revision(epoch, last.number() + 1);
        var session = new InMemorySession(epoch, Optional.of(revision), from.get());
        Decision<T> decision = work.apply(new SessionBooks(session));
        return switch (decision.outcome()) {
            case Outcome.Unchanged(Stamp stamp) -> new Committed<>(decision.result(), last, stamp);
            case Outcome.Done(Change change, AuditEntry entry) -> {
                Stamp stamp = advance(session, household, revision, actor, change, entry);
                to.accept(session.shelves());
                yield new Committed<>(decision.result(), revision, stamp);
            }
        };
    }

    @Override
    public Ledger.Staged stage(HouseholdId household, Revision after) {
        return new InMemoryStaged(
                reserve(household, books -> books.imports().nextId(household)),
                count -> reserve(household, books -> books.ledger().nextIds(household, count)));
    }

    /** Takes ids in a write of its own, which changes nothing else. */
    private long reserve(HouseholdId household, ToLongFunction<Books> ids) {
        return alone(() -> {
            long next = now().current(household).number() + 1;
            var session = new InMemorySession(epoch, Optional.of(new Revision(epoch, next)), shelves);
            long first = ids.applyAsLong(new SessionBooks(session));
            shelves = session.shelves();
            return first;
        });
    }

    @Override
    public <T> T read(HouseholdId household, Function<Books, T> work) {
        SortedMap<HouseholdId, HouseholdRecords> seen =
                together.isBound() ? together.get().shelves() : shelves;
        return work.apply(new SessionBooks(new InMemorySession(epoch, Optional.empty(), seen)));
    }

    @Override
    public <T> T inOneTransaction(HouseholdId household, Function<IdempotencyStore, T> work) {
        return alone(() -> {
            var outer = new InMemoryTransaction(shelves);
            var running = Duration.ofNanos(nanoTime.getAsLong() - begun);
            T result = ScopedValue.where(together, outer)
                    .call(() -> work.apply(new InMemoryIdempotencyStore(outer, epoch, running)));
            outer.requireUnfailed();
            shelves = outer.shelves();
            return result;
        });
    }

    /** Nobody has to be asked: it is all in memory. */
    @Override
    public Optional<StampAtRevision> knownStampAtRevision(HouseholdId household, ViewScopes scopes) {
        return Optional.of(stampAtRevision(household, scopes));
    }

    @Override
    public List<StampAtRevision> stampsAtRevision(HouseholdId household, List<ViewScopes> scopes) {
        var moment = new InMemorySnapshots(now());
        return scopes.stream()
                .map(view -> moment.stampAtRevision(household, view))
                .toList();
    }

    @Override
    public Snapshot take(HouseholdId household, SnapshotRequest wanted) {
        return new InMemorySnapshots(now()).take(household, wanted);
    }

    @Override
    public Committed<HouseholdId> found(Actor actor, BiFunction<Books, HouseholdId, AuditEntry> work) {
        return alone(() -> {
            var id = new HouseholdId(++lastHousehold);
            var revision = new Revision(epoch, 1);
            var session = new InMemorySession(epoch, Optional.of(revision), shelves);
            session.open(id);
            AuditEntry entry = work.apply(new SessionBooks(session), id);
            session.existing(id).settings();
            Stamp stamp = advance(session, id, revision, actor, new Change.HouseholdFounded(), entry);
            shelves = session.shelves();
            return new Committed<>(id, revision, stamp);
        });
    }

    @Override
    public void remove(HouseholdId household, Consumer<Books> check) {
        var _ = alone(() -> {
            var session = new InMemorySession(epoch, Optional.empty(), shelves);
            if (!shelves.containsKey(household)) {
                throw new RefusedException(new Refusal.UnknownHousehold(household));
            }
            check.accept(new SessionBooks(session));
            SortedMap<HouseholdId, HouseholdRecords> others = new TreeMap<>(shelves);
            others.remove(household);
            shelves = others;
            return household;
        });
    }

    /** Returns what the audit keeps of {@code household}, the oldest change first. */
    public List<Audited> audit(HouseholdId household) {
        return List.copyOf(now().existing(household).audit);
    }

    /** There is room as long as the tests run. */
    @Override
    public Optional<StoreUnavailableException.Reason> fault() {
        return Optional.empty();
    }

    /** Memory runs no statements, and its writes end at once. */
    @Override
    public Load load() {
        long auditRows = shelves.values().stream()
                .mapToLong(records -> records.audit.size())
                .sum();
        return new Load(0, 0, commits.sum(), 0, turns.sum(), 0, writing.getQueueLength(), 1, 1, 0, 0, auditRows);
    }

    private InMemorySession now() {
        return new InMemorySession(epoch, Optional.empty(), shelves);
    }

    private <T> T alone(Supplier<T> write) {
        if (writing.isHeldByCurrentThread()) {
            throw new IllegalStateException("a write inside a write");
        }
        writing.lock();
        try {
            turns.increment();
            T result = write.get();
            commits.increment();
            return result;
        } finally {
            writing.unlock();
        }
    }

    private SortedMap<HouseholdId, HouseholdRecords> published() {
        return shelves;
    }

    private void publish(SortedMap<HouseholdId, HouseholdRecords> written) {
        shelves = written;
    }

    private Stamp advance(
            InMemorySession session,
            HouseholdId household,
            Revision revision,
            Actor actor,
            Change change,
            AuditEntry entry) {
        var stamp = new Stamp(revision.number(), nonces.nextLong());
        HouseholdRecords records = session.toWrite(household);
        records.revision = stamp.revision();
        change.stale().forEach(scope -> records.scopes.put(scope, stamp));
        records.stamps.put(stamp.revision(), stamp);
        records.audit.add(new Audited(stamp.revision(), clock.instant(), actor, entry, change.stale()));
        return stamp;
    }
}
