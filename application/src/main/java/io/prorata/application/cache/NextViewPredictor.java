package io.prorata.application.cache;

import io.prorata.application.query.ViewQuery;
import io.prorata.domain.household.HouseholdId;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Predicts the next view from the sequences of a household, independent of the month. Its memory is bounded. */
final class NextViewPredictor {

    private static final int MOST_HOUSEHOLDS = 2_000;
    private static final int MOST_VIEWS = 64;
    private static final int MOST_VIEWERS = 10_000;

    /** The minimum number of occurrences. */
    private static final long AT_LEAST = 3;

    private static final int MOST_NEXT = 3;

    /** The month to which views are moved, so that views that differ in the month alone are equal. */
    private static final YearMonth NO_MONTH_IN_PARTICULAR = YearMonth.of(2000, 1);

    /** A view, and the number of months after the previous view. */
    private record Transition(ViewQuery view, long monthsLater) {}

    private record Viewer(HouseholdId household, String name) {}

    private final LruMap<Viewer, ViewQuery> last = new LruMap<>(MOST_VIEWERS);
    private final LruMap<HouseholdId, LruMap<ViewQuery, Map<Transition, Long>>> steps = new LruMap<>(MOST_HOUSEHOLDS);

    /**
     * Records that {@code name} reads {@code query}.
     *
     * @return the probable next views, the most probable first
     */
    synchronized List<ViewQuery> read(HouseholdId household, String name, ViewQuery query) {
        var viewer = new Viewer(household, name);
        LruMap<ViewQuery, Map<Transition, Long>> views = steps.use(household, () -> new LruMap<>(MOST_VIEWS));
        last.look(viewer).filter(before -> !before.equals(query)).ifPresent(before -> {
            Map<Transition, Long> followed = views.use(before.in(NO_MONTH_IN_PARTICULAR), HashMap::new);
            if (followed.size() < MOST_VIEWS || followed.containsKey(step(before, query))) {
                followed.merge(step(before, query), 1L, Long::sum);
            }
        });
        last.put(viewer, query);
        Map<Transition, Long> followed =
                views.look(query.in(NO_MONTH_IN_PARTICULAR)).orElse(Map.of());
        return Warming.next(followed, AT_LEAST, MOST_NEXT).stream()
                .map(step -> step.view().in(query.month().plusMonths(step.monthsLater())))
                .toList();
    }

    /** Removes the data of a household. */
    synchronized void forget(HouseholdId household) {
        steps.all().remove(household);
        last.all().keySet().removeIf(viewer -> viewer.household().equals(household));
    }

    private static Transition step(ViewQuery before, ViewQuery next) {
        return new Transition(next.in(NO_MONTH_IN_PARTICULAR), ChronoUnit.MONTHS.between(before.month(), next.month()));
    }
}
