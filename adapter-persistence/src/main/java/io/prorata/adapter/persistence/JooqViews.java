package io.prorata.adapter.persistence;

import static io.prorata.adapter.persistence.generated.Tables.BOOK;
import static io.prorata.adapter.persistence.generated.Tables.MONTHLY_DASHBOARD_CACHE;
import static org.jooq.impl.DSL.binaryLength;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import io.prorata.adapter.persistence.sqlite.SqliteDatabase;
import io.prorata.application.port.Document;
import io.prorata.application.port.Edition;
import io.prorata.application.port.StoreUnavailableException;
import io.prorata.application.port.Tier;
import io.prorata.application.port.TierState;
import io.prorata.application.port.ViewQuery;
import io.prorata.application.port.Views;
import io.prorata.domain.household.HouseholdId;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * The table tier: finished documents beside the books. They are written behind the answers, several in one transaction; until then they
 * are found where they wait.
 *
 * <p>Analyses over months are not among them: there are too many runs of months, and their parts are kept instead.
 */
public final class JooqViews implements Views, AutoCloseable {

    private static final Duration BEHIND = Duration.ofMillis(500);
    private static final int MOST_WAITING = 1_000;
    private static final int MOST_WAITING_BYTES = 16 * 1024 * 1024;
    private static final int DROPPED_AT_ONCE = 100;

    private final SqliteDatabase database;
    private final Clock clock;
    private final long mostBytes;
    private final AtomicLong evictions = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();
    private final ScheduledExecutorService behind = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("table-tier").factory());

    private final Map<Key, Kept> waiting = new LinkedHashMap<>();
    private int waitingBytes;

    private record Key(HouseholdId household, ViewQuery query) {}

    private record Kept(Edition edition, Document document, Duration timeToLive) {}

    /** @param mostBytes that the documents may take; the oldest are dropped first */
    public JooqViews(SqliteDatabase database, Clock clock, long mostBytes) {
        this.database = database;
        this.clock = clock;
        this.mostBytes = mostBytes;
        var _ = behind.scheduleWithFixedDelay(
                this::writeBehind, BEHIND.toMillis(), BEHIND.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Returns the key by which nodes over these books know each other's entries in a store that others can write to. */
    public static byte[] seal(SqliteDatabase database) {
        return database.readOnce(sql -> sql.select(BOOK.SEAL).from(BOOK).fetchSingle(BOOK.SEAL));
    }

    @Override
    public Tier tier() {
        return Tier.TABLE;
    }

    @Override
    public Optional<Document> find(HouseholdId household, ViewQuery query, Edition edition) {
        if (!keeps(query)) {
            return Optional.empty();
        }
        Kept kept = waiting(new Key(household, query));
        return kept != null
                ? Optional.of(kept).filter(one -> one.edition().equals(edition)).map(Kept::document)
                : written(household, query, edition);
    }

    private Optional<Document> written(HouseholdId household, ViewQuery query, Edition edition) {
        try {
            return database.readOnce(sql -> sql.select(MONTHLY_DASHBOARD_CACHE.DOCUMENT)
                    .from(MONTHLY_DASHBOARD_CACHE)
                    .where(is(household, query))
                    .and(MONTHLY_DASHBOARD_CACHE.EPOCH.eq(edition.epoch()))
                    .and(MONTHLY_DASHBOARD_CACHE.VIEW_VERSION.eq((long) edition.viewVersion()))
                    .and(MONTHLY_DASHBOARD_CACHE.REVISION.eq(edition.stamp().revision()))
                    .and(MONTHLY_DASHBOARD_CACHE.NONCE.eq(edition.stamp().nonce()))
                    .and(MONTHLY_DASHBOARD_CACHE.LIVES_UNTIL.gt(now()))
                    .fetchOptional(MONTHLY_DASHBOARD_CACHE.DOCUMENT)
                    .map(Document::new));
        } catch (StoreUnavailableException e) {
            failures.incrementAndGet();
            return Optional.empty();
        }
    }

    @Override
    public void keep(HouseholdId household, ViewQuery query, Edition edition, Document document, Duration timeToLive) {
        if (!keeps(query)) {
            return;
        }
        synchronized (waiting) {
            // What is too much is forgotten: the next reader computes it again.
            if (waiting.size() < MOST_WAITING && waitingBytes + document.bytes().length < MOST_WAITING_BYTES) {
                Kept before = waiting.put(new Key(household, query), new Kept(edition, document, timeToLive));
                waitingBytes += document.bytes().length
                        - (before == null ? 0 : before.document().bytes().length);
            }
        }
    }

    @Override
    public long drop(HouseholdId household, Optional<YearMonth> month) {
        writeBehind();
        try {
            return database.write(sql -> sql.deleteFrom(MONTHLY_DASHBOARD_CACHE)
                    .where(MONTHLY_DASHBOARD_CACHE.HOUSEHOLD_ID.eq(household.value()))
                    .and(month.<Condition>map(MONTHLY_DASHBOARD_CACHE.MONTH::eq).orElse(noCondition()))
                    .execute());
        } catch (StoreUnavailableException e) {
            failures.incrementAndGet();
            return 0;
        }
    }

    @Override
    public TierState state() {
        try {
            return database.readOnce(sql -> sql.select(count(), bytes())
                    .from(MONTHLY_DASHBOARD_CACHE)
                    .fetchSingle(row -> new TierState(
                            row.value1(), row.value2(), mostBytes, evictions.get(), 0, true, failures.get())));
        } catch (StoreUnavailableException e) {
            return new TierState(0, 0, mostBytes, evictions.get(), 0, false, failures.incrementAndGet());
        }
    }

    /** Writes what waits, and makes room. Runs by itself every so often. */
    void writeBehind() {
        Map<Key, Kept> batch;
        synchronized (waiting) {
            batch = new LinkedHashMap<>(waiting);
        }
        if (batch.isEmpty()) {
            return;
        }
        try {
            database.write(sql -> {
                batch.forEach((key, kept) -> write(sql, key, kept));
                makeRoom(sql);
                return batch.size();
            });
        } catch (RuntimeException e) {
            // They are forgotten, as they may be at any time; the books are as they were.
            failures.incrementAndGet();
        }
        synchronized (waiting) {
            batch.forEach((key, kept) -> {
                if (waiting.remove(key, kept)) {
                    waitingBytes -= kept.document().bytes().length;
                }
            });
        }
    }

    private void write(DSLContext sql, Key key, Kept kept) {
        long now = now();
        sql.insertInto(MONTHLY_DASHBOARD_CACHE)
                .set(MONTHLY_DASHBOARD_CACHE.HOUSEHOLD_ID, key.household().value())
                .set(MONTHLY_DASHBOARD_CACHE.MONTH, key.query().month())
                .set(MONTHLY_DASHBOARD_CACHE.QUERY, key.query().canonical())
                .set(MONTHLY_DASHBOARD_CACHE.EPOCH, kept.edition().epoch())
                .set(MONTHLY_DASHBOARD_CACHE.VIEW_VERSION, (long) kept.edition().viewVersion())
                .set(MONTHLY_DASHBOARD_CACHE.REVISION, kept.edition().stamp().revision())
                .set(MONTHLY_DASHBOARD_CACHE.NONCE, kept.edition().stamp().nonce())
                .set(MONTHLY_DASHBOARD_CACHE.KEPT_AT, now)
                .set(
                        MONTHLY_DASHBOARD_CACHE.LIVES_UNTIL,
                        now + kept.timeToLive().toSeconds())
                .set(MONTHLY_DASHBOARD_CACHE.DOCUMENT, kept.document().bytes())
                .onConflict(
                        MONTHLY_DASHBOARD_CACHE.HOUSEHOLD_ID,
                        MONTHLY_DASHBOARD_CACHE.MONTH,
                        MONTHLY_DASHBOARD_CACHE.QUERY)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    private void makeRoom(DSLContext sql) {
        evictions.addAndGet(sql.deleteFrom(MONTHLY_DASHBOARD_CACHE)
                .where(MONTHLY_DASHBOARD_CACHE.LIVES_UNTIL.le(now()))
                .execute());
        while (sql.select(bytes()).from(MONTHLY_DASHBOARD_CACHE).fetchSingle().value1() > mostBytes) {
            evictions.addAndGet(sql.deleteFrom(MONTHLY_DASHBOARD_CACHE)
                    .where(MONTHLY_DASHBOARD_CACHE
                            .rowid()
                            .in(select(MONTHLY_DASHBOARD_CACHE.rowid())
                                    .from(MONTHLY_DASHBOARD_CACHE)
                                    .orderBy(MONTHLY_DASHBOARD_CACHE.KEPT_AT)
                                    .limit(DROPPED_AT_ONCE)))
                    .execute());
        }
    }

    private static Field<Long> bytes() {
        return coalesce(sum(binaryLength(MONTHLY_DASHBOARD_CACHE.DOCUMENT)).cast(Long.class), inline(0L));
    }

    private static Condition is(HouseholdId household, ViewQuery query) {
        return MONTHLY_DASHBOARD_CACHE
                .HOUSEHOLD_ID
                .eq(household.value())
                .and(MONTHLY_DASHBOARD_CACHE.MONTH.eq(query.month()))
                .and(MONTHLY_DASHBOARD_CACHE.QUERY.eq(query.canonical()));
    }

    private static boolean keeps(ViewQuery query) {
        return !(query instanceof ViewQuery.Analytics);
    }

    private @Nullable Kept waiting(Key key) {
        synchronized (waiting) {
            return waiting.get(key);
        }
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }

    /** Writes what waits; what cannot be written is forgotten. */
    @Override
    public void close() {
        behind.shutdown();
        writeBehind();
    }
}
