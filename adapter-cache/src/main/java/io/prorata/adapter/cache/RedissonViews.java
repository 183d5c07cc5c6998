package io.prorata.adapter.cache;

import io.prorata.application.port.Views;
import io.prorata.application.query.ViewQuery;
import io.prorata.application.view.Document;
import io.prorata.application.view.DocumentVersion;
import io.prorata.application.view.Tier;
import io.prorata.application.view.TierState;
import io.prorata.domain.digest.Sha256;
import io.prorata.domain.household.HouseholdId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/**
 * The far tier: sealed documents in a Redis that several nodes share, one entry for each query, with the stamp inside. Its content is not
 * trusted: an entry that is not exactly the requested document, complete and sealed, is a miss.
 */
public final class RedissonViews implements Views, AutoCloseable {

    private static final Duration BUDGET = Duration.ofMillis(10);
    private static final Duration PROBE_PAUSE = Duration.ofSeconds(1);
    private static final int HASH_BYTES = 16;

    private final RedisStore store;
    private final Envelope envelope;
    private final LongAdder kept = new LongAdder();
    private final LongAdder bytes = new LongAdder();
    private final LongAdder rejected = new LongAdder();

    /**
     * Opens the tier. The Redis may be unreachable: it is used as soon as it answers.
     *
     * @param key of the seal, shared by the nodes
     */
    public RedissonViews(RedisAddress address, byte[] key) {
        this(new RedisStore(address, BUDGET, PROBE_PAUSE), new Envelope(key));
    }

    /**
     * As {@link #RedissonViews(RedisAddress, byte[])}, with stated time limits.
     *
     * @param budget the time limit of a request
     * @param probePause between two probes of a store that does not answer
     */
    public RedissonViews(RedisAddress address, byte[] key, Duration budget, Duration probePause) {
        this(new RedisStore(address, budget, probePause), new Envelope(key));
    }

    RedissonViews(RedisStore store, Envelope envelope) {
        this.store = store;
        this.envelope = envelope;
    }

    @Override
    public Tier tier() {
        return Tier.FAR;
    }

    @Override
    public Optional<Document> find(HouseholdId household, ViewQuery query, DocumentVersion version) {
        return store.get(key(household, query, version)).flatMap(found -> {
            Envelope.Opened opened = envelope.open(identity(household, query, version), stamp(version), found);
            return switch (opened) {
                case Envelope.Opened.Payload(Document document) -> Optional.of(document);
                case Envelope.Opened.OtherStamp() -> Optional.empty();
                case Envelope.Opened.Rejected() -> {
                    rejected.increment();
                    yield Optional.empty();
                }
            };
        });
    }

    @Override
    public void keep(
            HouseholdId household, ViewQuery query, DocumentVersion version, Document document, Duration timeToLive) {
        byte[] sealed = envelope.seal(identity(household, query, version), stamp(version), document.bytes());
        if (store.put(key(household, query, version), sealed, timeToLive)) {
            kept.increment();
            bytes.add(sealed.length);
        }
    }

    @Override
    public long drop(HouseholdId household, Optional<YearMonth> month) {
        return store.drop(
                household + ":dashboard:month:" + month.map(YearMonth::toString).orElse("*") + ":*");
    }

    /** Counts the entries and bytes that were sent; the store itself limits its content. */
    @Override
    public TierState state() {
        return new TierState(
                kept.sum(),
                bytes.sum(),
                0,
                0,
                rejected.sum() + store.oversized(),
                store.breaker().permits(),
                store.breaker().openings());
    }

    RedisStore store() {
        return store;
    }

    @Override
    public void close() {
        store.close();
    }

    /** The hierarchy of the key pattern, then the values that distinguish documents within it. */
    static String key(HouseholdId household, ViewQuery query, DocumentVersion version) {
        return query.viewType().pattern().key(household, query) + ":" + hash(identity(household, query, version));
    }

    static String identity(HouseholdId household, ViewQuery query, DocumentVersion version) {
        return String.join(
                "\n",
                version.epoch(),
                Long.toString(household.value()),
                query.canonical(),
                Long.toString(version.viewVersion()));
    }

    static String stamp(DocumentVersion version) {
        return version.stamp().revision() + "." + version.stamp().nonce();
    }

    private static String hash(String identity) {
        return Sha256.hex(HASH_BYTES, identity.getBytes(StandardCharsets.UTF_8));
    }
}
