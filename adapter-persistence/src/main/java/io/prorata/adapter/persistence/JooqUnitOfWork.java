package io.prorata.adapter.persistence;

import static io.prorata.adapter.persistence.generated.Tables.AUDIT;
import static io.prorata.adapter.persistence.generated.Tables.BOOK;
import static io.prorata.adapter.persistence.generated.Tables.HOUSEHOLD;

import io.prorata.adapter.persistence.cache.SnapshotCaches;
import io.prorata.adapter.persistence.cache.StampCache;
import io.prorata.adapter.persistence.cache.StampCache.CommittedWrite;
import io.prorata.adapter.persistence.digest.RowDigest;
import io.prorata.adapter.persistence.digest.WrittenRows;
import io.prorata.adapter.persistence.engine.CommitListener;
import io.prorata.adapter.persistence.engine.Database;
import io.prorata.adapter.persistence.engine.ReadTransactions;
import io.prorata.adapter.persistence.generated.tables.records.AuditRecord;
import io.prorata.adapter.persistence.ledger.JooqStagedRows;
import io.prorata.adapter.persistence.ledger.MonthTotalRepair;
import io.prorata.adapter.persistence.row.HouseholdRows;
import io.prorata.adapter.persistence.row.ScopeRows;
import io.prorata.application.change.AuditJson;
import io.prorata.application.port.Actor;
import io.prorata.application.port.Books;
import io.prorata.application.port.IdempotencyStore;
import io.prorata.application.port.Ledger;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.AuditEntry;
import io.prorata.application.view.Revision;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.household.HouseholdId;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jooq.DSLContext;

/** The unit of work: a write, the scopes it makes stale and its audit row in one transaction. */
public final class JooqUnitOfWork implements UnitOfWork {

    private static final int MOST_HOUSEHOLDS = 10_000;

    private final Database database;
    private final Clock clock;
    private final RandomGenerator nonces;
    private final String epoch;
    private final long code;
    private final RunningTime running;
    /** Empty if other processes write to the database too: then stamps are read from it. */
    private final Optional<StampCache> stamps;

    private final SnapshotCaches caches = SnapshotCaches.empty();

    /** Receives the household of each write. */
    private volatile Consumer<HouseholdId> observer = household -> {};

    /** The shared transaction of a thread's reads and writes, while there is one. */
    private final ScopedValue<EnlistedTransaction> enlisted = ScopedValue.newInstance();

    /**
     * Opens a unit of work.
     *
     * @param nonces a secure random: two histories must not share a nonce
     * @param code version of the code that writes
     */
    public JooqUnitOfWork(Database database, Clock clock, RandomGenerator nonces, long code) {
        this(database, clock, nonces, code, System::nanoTime);
    }

    /** @param nanoTime by which running time is counted */
    JooqUnitOfWork(Database database, Clock clock, RandomGenerator nonces, long code, LongSupplier nanoTime) {
        this.running = new RunningTime(database, nanoTime);
        this.code = code;
        this.database = database;
        this.clock = clock;
        this.stamps = database.isOnlyWriter() ? Optional.of(new StampCache(MOST_HOUSEHOLDS)) : Optional.empty();
        this.nonces = nonces;
        // The epoch changes only while the database is closed.
        this.epoch = database.read(sql -> sql.select(BOOK.EPOCH).from(BOOK).fetchSingle(BOOK.EPOCH));
        JooqStagedRows.removeLeftovers(database, clock.instant());
    }

    /** Sets the only observer of writes; it has to be fast. */
    public void observe(Consumer<HouseholdId> whom) {
        observer = whom;
    }

    /** Returns the reads of the same books; each write is visible in them before its caller continues. */
    public JooqSnapshots snapshots() {
        return snapshots(Optional.empty());
    }

    /** As {@link #snapshots()}, with a repair of missing or damaged month totals. */
    public JooqSnapshots snapshots(MonthTotalRepair repair) {
        return snapshots(Optional.of(repair));
    }

    /**
     * As {@link #snapshots(MonthTotalRepair)}, computed by a replica of the database if it is up to date.
     *
     * @param replica written by the database's replication alone
     */
    public ReplicaSnapshots snapshots(MonthTotalRepair repair, ReadTransactions replica) {
        return new ReplicaSnapshots(
                snapshots(repair),
                new JooqSnapshots(
                        replica,
                        Optional.empty(),
                        Optional.of(SnapshotCaches.empty()),
                        Optional.of(new JooqSnapshots.Totals(code, Optional.empty()))));
    }

    private JooqSnapshots snapshots(Optional<MonthTotalRepair> repair) {
        return new JooqSnapshots(
                database, stamps, Optional.of(caches), Optional.of(new JooqSnapshots.Totals(code, repair)));
    }

    @Override
    public <T> Committed<T> write(HouseholdId household, Actor actor, Function<Books, Decision<T>> work) {
        return enlisted.isBound()
                ? enlisted.get().write((sql, told) -> write(sql, told, household, actor, work))
                : write(household, (sql, told) -> write(sql, told, household, actor, work));
    }

    /** Publishes the writes of the transaction to the stamp cache after the commit, or reports that their outcome is unknown. */
    private final class StampPublisher implements CommitListener {

        private final List<CommittedWrite> writes = new ArrayList<>();

        void add(CommittedWrite write) {
            writes.add(write);
        }

        @Override
        public void committing() {
            stamps.ifPresent(cache -> writes.forEach(write -> cache.begin(write.household())));
        }

        @Override
        public void committed() {
            stamps.ifPresent(cache -> writes.forEach(cache::publish));
            writes.forEach(write -> observer.accept(write.household()));
        }

        @Override
        public void inDoubt() {
            stamps.ifPresent(cache -> writes.forEach(write -> cache.forget(write.household())));
        }
    }

    private <T> T write(HouseholdId household, BiFunction<DSLContext, Consumer<CommittedWrite>, T> work) {
        var publisher = new StampPublisher();
        return database.write(household, sql -> work.apply(sql, publisher::add), publisher);
    }

    private <T> Committed<T> write(
            DSLContext sql,
            Consumer<CommittedWrite> told,
            HouseholdId household,
            Actor actor,
            Function<Books, Decision<T>> work) {
        Revision last = new Revision(epoch, HouseholdRows.revision(sql, household));
        Revision revision = new Revision(epoch, last.number() + 1);
        var written = new WrittenRows(sql);
        Decision<T> decision = work.apply(new JooqBooks(written.watched(), database.textIndex(), revision, code));
        written.digest(household.value());
        return switch (decision.outcome()) {
            case Outcome.Unchanged(Stamp stamp) -> new Committed<>(decision.result(), last, stamp);
            case Outcome.Done(Change change, AuditEntry entry) -> {
                Stamp stamp = advance(sql, household, revision, actor, change, entry);
                told.accept(new CommittedWrite(household, revision, change.stale(), stamp));
                yield new Committed<>(decision.result(), revision, stamp);
            }
        };
    }

    @Override
    public Ledger.Staged stage(HouseholdId household, Revision after) {
        return JooqStagedRows.open(database, household, clock.instant(), after.number() + 1);
    }

    @Override
    public <T> T read(HouseholdId household, Function<Books, T> work) {
        return enlisted.isBound()
                ? enlisted.get().read(sql -> work.apply(new JooqBooks(sql, database.textIndex(), epoch)))
                : database.read(sql -> work.apply(new JooqBooks(sql, database.textIndex(), epoch)));
    }

    @Override
    public <T> T inOneTransaction(HouseholdId household, Function<IdempotencyStore, T> work) {
        return write(household, (sql, told) -> {
            var transaction = new EnlistedTransaction(sql, told);
            T result = ScopedValue.where(enlisted, transaction)
                    .call(() -> work.apply(new JooqIdempotencyStore(sql, running)));
            transaction.requireUnfailed();
            return result;
        });
    }

    @Override
    public Committed<HouseholdId> found(Actor actor, BiFunction<Books, HouseholdId, AuditEntry> work) {
        var publisher = new StampPublisher();
        return database.writeNewHousehold(
                sql -> {
                    var id = new HouseholdId(sql.update(BOOK)
                            .set(BOOK.LAST_HOUSEHOLD, BOOK.LAST_HOUSEHOLD.plus(1))
                            .returning(BOOK.LAST_HOUSEHOLD)
                            .fetchSingle(BOOK.LAST_HOUSEHOLD));
                    Revision revision = new Revision(epoch, 1);
                    var written = new WrittenRows(sql);
                    AuditEntry entry =
                            work.apply(new JooqBooks(written.watched(), database.textIndex(), revision, code), id);
                    written.digest(id.value());
                    var founded = new Change.HouseholdFounded();
                    Stamp stamp = advance(sql, id, revision, actor, founded, entry);
                    publisher.add(new CommittedWrite(id, revision, founded.stale(), stamp));
                    return new Committed<>(id, revision, stamp);
                },
                publisher);
    }

    @Override
    public void remove(HouseholdId household, Consumer<Books> check) {
        database.erase(
                household,
                sql -> {
                    Revision current = new Revision(epoch, HouseholdRows.revision(sql, household));
                    check.accept(new JooqBooks(sql, database.textIndex(), current, code));
                    database.textIndex().erase(sql, household);
                    HouseholdRows.remove(sql, household);
                },
                new RemovedHousehold(household));
    }

    /** Removes a deleted household from the caches. */
    private final class RemovedHousehold implements CommitListener {

        private final HouseholdId household;

        RemovedHousehold(HouseholdId household) {
            this.household = household;
        }

        @Override
        public void committing() {
            stamps.ifPresent(cache -> cache.begin(household));
        }

        @Override
        public void committed() {
            forget();
        }

        @Override
        public void inDoubt() {
            forget();
        }

        private void forget() {
            stamps.ifPresent(cache -> cache.forget(household));
            caches.forget(household);
        }
    }

    private Stamp advance(
            DSLContext sql, HouseholdId household, Revision revision, Actor actor, Change change, AuditEntry entry) {
        var stamp = new Stamp(revision.number(), nonces.nextLong());
        sql.update(HOUSEHOLD)
                .set(HOUSEHOLD.REVISION, stamp.revision())
                .set(HOUSEHOLD.NONCE, stamp.nonce())
                .where(HOUSEHOLD.HOUSEHOLD_ID.eq(household.value()))
                .execute();
        ScopeRows.advance(sql, household, change.stale(), stamp);
        var row = new AuditRecord();
        row.setHouseholdId(household.value());
        row.setRevision(stamp.revision());
        row.setNonce(stamp.nonce());
        row.setAt(clock.instant().truncatedTo(ChronoUnit.MILLIS));
        row.setActor(actor.name());
        row.setWhat(entry.what());
        row.setBefore(AuditJson.of(entry.before()));
        row.setAfter(AuditJson.of(entry.after()));
        row.setThingId(entry.id().isPresent() ? entry.id().getAsLong() : null);
        row.setStale(ScopeRows.text(change.stale()));
        sql.insertInto(AUDIT).set(RowDigest.digested(row)).execute();
        return stamp;
    }
}
