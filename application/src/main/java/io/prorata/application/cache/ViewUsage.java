package io.prorata.application.cache;

import io.prorata.application.query.ViewQuery;
import io.prorata.domain.household.HouseholdId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts how often views are read and change. Its memory is bounded: the least recently read views are evicted. */
final class ViewUsage {

    private static final int MOST_HOUSEHOLDS = 5_000;
    private static final int MOST_VIEWS = 256;

    private final LruMap<HouseholdId, Map<ViewQuery, Use>> households = new LruMap<>(MOST_HOUSEHOLDS);

    private long now;

    /**
     * @param reads by clients
     * @param changes how often it was computed again because its scopes had changed
     * @param lastReadAt in the count of all reads
     */
    record Use(long reads, long changes, long lastReadAt) {
        static final Use NONE = new Use(0, 0, 0);
    }

    synchronized void read(HouseholdId household, ViewQuery query) {
        now++;
        use(household, query, now, 1, 0);
    }

    synchronized void changed(HouseholdId household, ViewQuery query) {
        Use before = of(household, query);
        if (before.reads() > 0) {
            use(household, query, before.lastReadAt(), 0, 1);
        }
    }

    synchronized Use of(HouseholdId household, ViewQuery query) {
        return views(household).getOrDefault(query, Use.NONE);
    }

    /** Returns the views of a household that were read, for the warming policy. */
    synchronized List<Warming.Read<ViewQuery>> lately(HouseholdId household) {
        return views(household).entrySet().stream()
                .map(used -> new Warming.Read<>(
                        used.getKey(),
                        used.getKey().scopes(),
                        used.getValue().reads(),
                        used.getValue().lastReadAt()))
                .toList();
    }

    /** Removes the data of a household. */
    synchronized void forget(HouseholdId household) {
        households.all().remove(household);
    }

    synchronized Collection<HouseholdId> households() {
        return households.keys();
    }

    /** Halves the counts, so that old reads lose weight. */
    synchronized void age() {
        households.all().values().forEach(views -> {
            views.replaceAll((query, use) -> new Use(use.reads() / 2, use.changes() / 2, use.lastReadAt()));
            views.values().removeIf(use -> use.reads() == 0);
        });
        households.all().values().removeIf(Map::isEmpty);
    }

    private void use(HouseholdId household, ViewQuery query, long readAt, long reads, long changes) {
        Map<ViewQuery, Use> views = households.use(household, HashMap::new);
        views.merge(
                query,
                new Use(reads, changes, readAt),
                (before, more) ->
                        new Use(before.reads() + more.reads(), before.changes() + more.changes(), more.lastReadAt()));
        if (views.size() > MOST_VIEWS) {
            forgetOldest(views);
        }
    }

    private Map<ViewQuery, Use> views(HouseholdId household) {
        return households.look(household).orElse(Map.of());
    }

    private static void forgetOldest(Map<ViewQuery, Use> views) {
        views.entrySet().stream()
                .min(Comparator.comparingLong(used -> used.getValue().lastReadAt()))
                .map(Map.Entry::getKey)
                .ifPresent(views::remove);
    }
}
