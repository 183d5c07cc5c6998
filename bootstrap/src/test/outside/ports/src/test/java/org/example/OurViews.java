package org.example;

import io.prorata.application.port.Views;
import io.prorata.application.query.ViewQuery;
import io.prorata.application.view.Document;
import io.prorata.application.view.DocumentVersion;
import io.prorata.application.view.Tier;
import io.prorata.application.view.TierState;
import io.prorata.domain.household.HouseholdId;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A tier of finished documents, as a project outside would implement it. */
final class OurViews implements Views {
    private record Place(HouseholdId household, ViewQuery query) {}

    private record Kept(DocumentVersion version, Document document) {}

    private final Map<Place, Kept> kept = new ConcurrentHashMap<>();

    @Override
    public Tier tier() {
        return Tier.NEAR;
    }

    @Override
    public Optional<Document> find(HouseholdId household, ViewQuery query, DocumentVersion version) {
        return Optional.ofNullable(kept.get(new Place(household, query)))
                .filter(found -> found.version().equals(version))
                .map(Kept::document);
    }

    @Override
    public void keep(
            HouseholdId household, ViewQuery query, DocumentVersion version, Document document, Duration timeToLive) {
        kept.put(new Place(household, query), new Kept(version, document));
    }

    @Override
    public long drop(HouseholdId household, Optional<YearMonth> month) {
        List<Place> dropped = kept.keySet().stream()
                .filter(place -> place.household().equals(household))
                .filter(place -> month.isEmpty() || place.query().month().equals(month.get()))
                .toList();
        dropped.forEach(kept::remove);
        return dropped.size();
    }

    @Override
    public TierState state() {
        long bytes = kept.values().stream().mapToLong(one -> one.document().bytes().length).sum();
        return new TierState(kept.size(), bytes, Long.MAX_VALUE, 0, 0, true, 0);
    }
}
