package io.prorata.application.tier;

import io.prorata.application.port.ViewQuery;
import io.prorata.domain.freshness.Warming;
import io.prorata.domain.household.HouseholdId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which view people usually look at next, learned per household, whatever the month. Bounded. */
final class Habits {

    private static final int MOST_HOUSEHOLDS = 2_000;
    private static final int MOST_VIEWS = 64;
    private static final int MOST_ASKERS = 10_000;

    /** Once or twice is no habit yet. */
    private static final long AT_LEAST = 3;

    private static final int MOST_NEXT = 3;

    /** A view, and how many months after the one before it. */
    private record Step(ViewQuery view, long monthsLater) {}

    private record Asker(HouseholdId household, String name) {}

    private final Map<Asker, ViewQuery> last = bounded(MOST_ASKERS);
    private final Map<HouseholdId, Map<ViewQuery, Map<Step, Long>>> steps = bounded(MOST_HOUSEHOLDS);

    /**
     * Learns that {@code asker} now looks at {@code query}.
     *
     * @return what they probably look at next, the likeliest first
     */
    synchronized List<ViewQuery> read(HouseholdId household, String asker, ViewQuery query) {
        ViewQuery before = last.put(new Asker(household, asker), query);
        var views = steps.computeIfAbsent(household, same -> bounded(MOST_VIEWS));
        if (before != null && !before.equals(query)) {
            views.computeIfAbsent(SameView.ofAnyMonth(before), same -> bounded(MOST_VIEWS))
                    .merge(step(before, query), 1L, Long::sum);
        }
        Map<Step, Long> followed = views.getOrDefault(SameView.ofAnyMonth(query), Map.of());
        return Warming.next(followed, AT_LEAST, MOST_NEXT).stream()
                .map(step -> SameView.of(step.view(), query.month().plusMonths(step.monthsLater())))
                .toList();
    }

    private static Step step(ViewQuery before, ViewQuery next) {
        return new Step(SameView.ofAnyMonth(next), ChronoUnit.MONTHS.between(before.month(), next.month()));
    }

    private static <K, V> Map<K, V> bounded(int most) {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }
}
