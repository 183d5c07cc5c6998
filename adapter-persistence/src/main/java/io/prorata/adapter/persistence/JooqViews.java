package io.prorata.adapter.persistence;

import static io.prorata.adapter.persistence.generated.Tables.BOOK;
import static io.prorata.adapter.persistence.generated.Tables.MONTHLY_DASHBOARD_CACHE;
import static org.jooq.impl.DSL.binaryLength;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import io.prorata.adapter.persistence.behind.WriteBehind;
import io.prorata.adapter.persistence.engine.Database;
import io.prorata.adapter.persistence.row.HouseholdRows;
import io.prorata.application.port.StoreUnavailableException;
import io.prorata.application.port.Views;
import io.prorata.application.query.AnalyticsQuery;
import io.prorata.application.query.ViewQuery;
import io.prorata.application.view.Document;
import io.prorata.application.view.DocumentVersion;
import io.prorata.application.view.Tier;
import io.prorata.application.view.TierState;
import io.prorata.domain.household.HouseholdId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;

/**
 * The table tier: finished documents beside the books. They are written after the answers, several in one transaction; until then they are
 * found in the queue.
 *
 * <p>Analyses over months are not stored: there are too many ranges of months, and their month totals are stored instead.
 */
public final class JooqViews implements Views, AutoCloseable {

    private static final System.Logger LOG = System.getLogger(JooqViews.class.getName());
    private static final int MOST_WAITING = 1_000;
    private static final int MOST_WAITING_BYTES = 16 * 1024 * 1024;
    private static final int DROPPED_AT_ONCE = 100;

    private final Database database;
    private final Clock clock;
    private final long mostBytes;
    private final AtomicLong evictions = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();
    private final AtomicLong rejected = new AtomicLong();
    private final WriteBehind<Key, CacheEntry> behind;

    private record Key(HouseholdId household, ViewQuery query) {}

    private record CacheEntry(DocumentVersion version, Document document, Duration timeToLive) {}

    /** @param mostBytes the limit of all documents; the oldest are removed first */
    public JooqViews(Database database, Clock clock, long mostBytes) {
        this.database = database;
        this.clock = clock;
        this.mostBytes = mostBytes;
        this.behind = new WriteBehind<>(
                "table-tier",
                MOST_WAITING,
                MOST_WAITING_BYTES,
                kept -> kept.document().bytes().length,
                batch -> database.write(sql -> {
                    write(sql, batch);
                    return batch;
                }));
    }

    /** Returns the key with which nodes over these books seal entries in a shared store. */
    public static byte[] seal(Database database) {
        return database.readOnce(sql -> sql.select(BOOK.SEAL).from(BOOK).fetchSingle(BOOK.SEAL));
    }

    @Override
    public Tier tier() {
        return Tier.TABLE;
    }

    @Override
    public Optional<Document> find(HouseholdId household, ViewQuery query, DocumentVersion version) {
        if (!keeps(query)) {
            return Optional.empty();
        }
        Optional<CacheEntry> waiting = behind.look(new Key(household, query));
        return waiting.isPresent()
                ? waiting.filter(kept -> kept.version().equals(version)).map(CacheEntry::document)
                : written(household, query, version);
    }

    private Optional<Document> written(HouseholdId household, ViewQuery query, DocumentVersion version) {
        try {
            return database.readOnce(
                            sql -> sql.select(MONTHLY_DASHBOARD_CACHE.DOCUMENT, MONTHLY_DASHBOARD_CACHE.CHECK_VALUE)
                                    .from(MONTHLY_DASHBOARD_CACHE)
                                    .where(is(household, query))
                                    .and(MONTHLY_DASHBOARD_CACHE.EPOCH.eq(version.epoch()))
                                    .and(MONTHLY_DASHBOARD_CACHE.VIEW_VERSION.eq(version.viewVersion()))
                                    .and(MONTHLY_DASHBOARD_CACHE.REVISION.eq(
                                            version.stamp().revision()))
                                    .and(MONTHLY_DASHBOARD_CACHE.NONCE.eq(
                                            version.stamp().nonce()))
                                    .and(MONTHLY_DASHBOARD_CACHE.LIVES_UNTIL.gt(now()))
                                    .fetchOptional())
                    .filter(row -> isSound(household, query, version, row.value1(), row.value2()))
                    .map(row -> new Document(row.value1()));
        } catch (StoreUnavailableException e) {
            failures.incrementAndGet();
            return Optional.empty();
        }
    }

    /** Whether a document is undamaged; a damaged one is a miss, counted and logged. */
    private boolean isSound(
            HouseholdId household, ViewQuery query, DocumentVersion version, byte[] document, byte[] check) {
        if (MessageDigest.isEqual(check, check(household, query, version, document))) {
            return true;
        }
        rejected.incrementAndGet();
        LOG.log(
                System.Logger.Level.WARNING,
                "the stored document {0} of household {1} is damaged; it is computed again",
                query.canonical(),
                household);
        return false;
    }

    private static byte[] check(HouseholdId household, ViewQuery query, DocumentVersion version, byte[] document) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String identity = household.value() + "\n" + query.canonical() + "\n" + version.epoch() + "\n"
                    + version.viewVersion() + "\n" + version.stamp().revision() + "\n"
                    + version.stamp().nonce() + "\n";
            digest.update(identity.getBytes(StandardCharsets.UTF_8));
            return digest.digest(document);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public void keep(
            HouseholdId household, ViewQuery query, DocumentVersion version, Document document, Duration timeToLive) {
        if (keeps(query)) {
            behind.put(new Key(household, query), new CacheEntry(version, document, timeToLive));
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
                            row.value1(), row.value2(), mostBytes, evictions.get(), rejected.get(), true, failures())));
        } catch (StoreUnavailableException e) {
            return new TierState(0, 0, mostBytes, evictions.get(), rejected.get(), false, failures() + 1);
        }
    }

    /** Writes the queue. */
    void writeBehind() {
        behind.write();
    }

    private void write(DSLContext sql, Map<Key, CacheEntry> batch) {
        Set<HouseholdId> there = HouseholdRows.all(sql);
        batch.forEach((key, kept) -> {
            if (there.contains(key.household())) {
                write(sql, key, kept);
            }
        });
        makeRoom(sql);
    }

    private void write(DSLContext sql, Key key, CacheEntry kept) {
        long now = now();
        sql.insertInto(MONTHLY_DASHBOARD_CACHE)
                .set(MONTHLY_DASHBOARD_CACHE.HOUSEHOLD_ID, key.household().value())
                .set(MONTHLY_DASHBOARD_CACHE.MONTH, key.query().month())
                .set(MONTHLY_DASHBOARD_CACHE.QUERY, key.query().canonical())
                .set(MONTHLY_DASHBOARD_CACHE.EPOCH, kept.version().epoch())
                .set(MONTHLY_DASHBOARD_CACHE.VIEW_VERSION, kept.version().viewVersion())
                .set(MONTHLY_DASHBOARD_CACHE.REVISION, kept.version().stamp().revision())
                .set(MONTHLY_DASHBOARD_CACHE.NONCE, kept.version().stamp().nonce())
                .set(MONTHLY_DASHBOARD_CACHE.KEPT_AT, now)
                .set(
                        MONTHLY_DASHBOARD_CACHE.LIVES_UNTIL,
                        now + kept.timeToLive().toSeconds())
                .set(MONTHLY_DASHBOARD_CACHE.DOCUMENT, kept.document().bytes())
                .set(
                        MONTHLY_DASHBOARD_CACHE.CHECK_VALUE,
                        check(
                                key.household(),
                                key.query(),
                                kept.version(),
                                kept.document().bytes()))
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
                    .where(row(
                                    MONTHLY_DASHBOARD_CACHE.HOUSEHOLD_ID,
                                    MONTHLY_DASHBOARD_CACHE.MONTH,
                                    MONTHLY_DASHBOARD_CACHE.QUERY)
                            .in(select(
                                            MONTHLY_DASHBOARD_CACHE.HOUSEHOLD_ID,
                                            MONTHLY_DASHBOARD_CACHE.MONTH,
                                            MONTHLY_DASHBOARD_CACHE.QUERY)
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
        return !(query instanceof AnalyticsQuery);
    }

    private long failures() {
        return failures.get() + behind.failures();
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }

    /** Writes the queue; what cannot be written is discarded. */
    @Override
    public void close() {
        behind.close();
    }
}
