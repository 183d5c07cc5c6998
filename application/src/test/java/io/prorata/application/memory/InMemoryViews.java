package io.prorata.application.memory;

import io.prorata.application.port.Views;
import io.prorata.application.view.Document;
import io.prorata.application.view.DocumentVersion;
import io.prorata.application.view.Tier;
import io.prorata.application.view.TierState;
import io.prorata.application.view.ViewQuery;
import io.prorata.domain.household.HouseholdId;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** A tier that keeps everything, every edition of it: what a tier drops is the tier's own test. */
public final class InMemoryViews implements Views {

    private record Key(HouseholdId household, ViewQuery query, DocumentVersion version) {}

    private final Tier tier;
    private final Map<Key, Document> kept = new ConcurrentHashMap<>();
    private final AtomicLong asked = new AtomicLong();

    public InMemoryViews(Tier tier) {
        this.tier = tier;
    }

    @Override
    public Tier tier() {
        return tier;
    }

    @Override
    public Optional<Document> find(HouseholdId household, ViewQuery query, DocumentVersion version) {
        asked.incrementAndGet();
        return Optional.ofNullable(kept.get(new Key(household, query, version)));
    }

    /** Returns how often it was asked for a document. */
    public long asked() {
        return asked.get();
    }

    @Override
    public void keep(
            HouseholdId household, ViewQuery query, DocumentVersion version, Document document, Duration timeToLive) {
        kept.put(new Key(household, query, version), document);
    }

    @Override
    public long drop(HouseholdId household, Optional<YearMonth> month) {
        return kept.keySet().stream()
                .filter(key -> key.household().equals(household))
                .filter(key -> month.isEmpty() || key.query().month().equals(month.get()))
                .filter(key -> kept.remove(key) != null)
                .count();
    }

    @Override
    public TierState state() {
        long bytes = kept.values().stream()
                .mapToLong(document -> document.bytes().length)
                .sum();
        return new TierState(kept.size(), bytes, Long.MAX_VALUE, 0, 0, true, 0);
    }
}
