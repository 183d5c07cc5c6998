package io.prorata.adapter.persistence;

import static io.prorata.adapter.persistence.generated.Tables.AUDIT;
import static io.prorata.adapter.persistence.generated.Tables.BOOK;
import static io.prorata.adapter.persistence.generated.Tables.HOUSEHOLD;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;

import io.prorata.adapter.persistence.StampBoard.Publication;
import io.prorata.adapter.persistence.sqlite.Ending;
import io.prorata.adapter.persistence.sqlite.SqliteDatabase;
import io.prorata.application.port.Actor;
import io.prorata.application.port.AuditEntry;
import io.prorata.application.port.Books;
import io.prorata.application.port.IdempotencyStore;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.view.Revision;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.household.HouseholdId;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** The one door, over a database: a write, the scopes it makes stale and its audit row in one transaction. */
public final class JooqUnitOfWork implements UnitOfWork {

    private static final int MOST_STANDINGS = 10_000;

    private final SqliteDatabase database;
    private final Clock clock;
    private final RandomGenerator nonces;
    private final String epoch;
    private final StampBoard board = new StampBoard(MOST_STANDINGS);

    /** The transaction that a thread's writes and reads belong to while it does something together. */
    private final ScopedValue<Joined> joined = ScopedValue.newInstance();

    /** @param nonces of good quality: two histories that part must not draw the same */
    public JooqUnitOfWork(SqliteDatabase database, Clock clock, RandomGenerator nonces) {
        this.database = database;
        this.clock = clock;
        this.nonces = nonces;
        // It changes only while nobody has the database open.
        this.epoch = database.read(sql -> sql.select(BOOK.EPOCH).from(BOOK).fetchSingle(BOOK.EPOCH));
    }

    /** Returns the reading side of the same books, which knows of each write before whoever wrote is answered. */
    public JooqSnapshots snapshots() {
        return new JooqSnapshots(database, Optional.of(board), Optional.empty());
    }

    /**
     * As {@link #snapshots()}, with the sums of months kept.
     *
     * @param on whether they are used now
     */
    public JooqSnapshots snapshots(KeptMonths months, BooleanSupplier on) {
        return new JooqSnapshots(database, Optional.of(board), Optional.of(new JooqSnapshots.Ranges(months, on)));
    }

    @Override
    public <T> Committed<T> write(HouseholdId household, Actor actor, Function<Books, Decision<T>> work) {
        return joined.isBound()
                ? joined.get().write((sql, told) -> write(sql, told, household, actor, work))
                : published((sql, told) -> write(sql, told, household, actor, work));
    }

    /** Tells readers of every write of the transaction once it is kept; of one that may be kept or not, that it is in doubt. */
    private <T> T published(BiFunction<DSLContext, Consumer<Publication>, T> transaction) {
        List<Publication> writes = new ArrayList<>();
        return database.write(sql -> transaction.apply(sql, writes::add), new Ending() {
            @Override
            public void committing() {
                writes.forEach(write -> board.begin(write.household()));
            }

            @Override
            public void committed() {
                writes.forEach(board::publish);
            }

            @Override
            public void inDoubt() {
                writes.forEach(write -> board.forget(write.household()));
            }
        });
    }

    private <T> Committed<T> write(
            DSLContext sql,
            Consumer<Publication> told,
            HouseholdId household,
            Actor actor,
            Function<Books, Decision<T>> work) {
        Revision last = new Revision(epoch, lastRevision(sql, household));
        Revision revision = new Revision(epoch, last.number() + 1);
        Decision<T> decision = work.apply(new JooqBooks(sql, revision));
        return switch (decision.outcome()) {
            case Outcome.Unchanged(Stamp stamp) -> new Committed<>(decision.result(), last, stamp);
            case Outcome.Done(Change change, AuditEntry entry) -> {
                Stamp stamp = advance(sql, household, revision, actor, change, entry);
                told.accept(new Publication(household, revision, change.stale(), stamp));
                yield new Committed<>(decision.result(), revision, stamp);
            }
        };
    }

    @Override
    public <T> T read(HouseholdId household, Function<Books, T> work) {
        return joined.isBound()
                ? joined.get().read(sql -> work.apply(new JooqBooks(sql, epoch)))
                : database.read(sql -> work.apply(new JooqBooks(sql, epoch)));
    }

    @Override
    public <T> T inOneTransaction(HouseholdId household, Function<IdempotencyStore, T> work) {
        return published((sql, told) -> {
            var transaction = new Joined(sql, told);
            T result = ScopedValue.where(joined, transaction).call(() -> work.apply(new JooqIdempotencyStore(sql)));
            transaction.requireUnfailed();
            return result;
        });
    }

    @Override
    public Committed<HouseholdId> found(Actor actor, BiFunction<Books, HouseholdId, AuditEntry> work) {
        return published((sql, told) -> {
            var id = new HouseholdId(sql.select(coalesce(max(HOUSEHOLD.HOUSEHOLD_ID), inline(0L)))
                            .from(HOUSEHOLD)
                            .fetchSingle()
                            .value1()
                    + 1);
            Revision revision = new Revision(epoch, 1);
            AuditEntry entry = work.apply(new JooqBooks(sql, revision), id);
            var founded = new Change.HouseholdFounded();
            Stamp stamp = advance(sql, id, revision, actor, founded, entry);
            told.accept(new Publication(id, revision, founded.stale(), stamp));
            return new Committed<>(id, revision, stamp);
        });
    }

    private static long lastRevision(DSLContext sql, HouseholdId household) {
        return sql.select(HOUSEHOLD.REVISION)
                .from(HOUSEHOLD)
                .where(HOUSEHOLD.HOUSEHOLD_ID.eq(household.value()))
                .fetchSingle(HOUSEHOLD.REVISION);
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
        sql.insertInto(AUDIT)
                .set(AUDIT.HOUSEHOLD_ID, household.value())
                .set(AUDIT.REVISION, stamp.revision())
                .set(AUDIT.NONCE, stamp.nonce())
                .set(AUDIT.AT, clock.instant().truncatedTo(ChronoUnit.MILLIS))
                .set(AUDIT.ACTOR, actor.name())
                .set(AUDIT.WHAT, entry.what())
                .set(AUDIT.BEFORE, text(entry.before()))
                .set(AUDIT.AFTER, text(entry.after()))
                .execute();
        return stamp;
    }

    /** A record says all it holds, and of which kind, in words that a person can read. */
    private static @Nullable String text(@Nullable Record record) {
        return record == null ? null : Objects.toString(record);
    }
}
