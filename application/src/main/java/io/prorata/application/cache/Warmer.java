package io.prorata.application.cache;

import io.prorata.application.port.StoreUnavailableException;
import io.prorata.application.query.ViewQuery;
import io.prorata.domain.RefusedException;
import io.prorata.domain.freshness.Scope;
import io.prorata.domain.household.HouseholdId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Computes views ahead of requests. It is an ordinary reader on one background thread. It pauses while a client waits for a computation,
 * and drops work that exceeds its queue.
 */
public final class Warmer implements AutoCloseable {

    private static final int MOST_EVENTS = 4_096;
    private static final int MOST_AFTER_A_CHANGE = 16;
    private static final int MOST_BY_SCHEDULE = 8;
    private static final Duration SCHEDULE = Duration.ofMinutes(5);
    private static final int PATIENCE_MILLIS = 200;

    private final TieredViewCache views;
    private final Features features;
    private final Clock clock;
    private final NextViewPredictor predictor = new NextViewPredictor();
    private final BlockingQueue<Event> events = new ArrayBlockingQueue<>(MOST_EVENTS);
    private Instant lastTurn;
    private YearMonth lastMonth;
    private @Nullable Thread thread;

    public Warmer(TieredViewCache views, Features features, Clock clock) {
        this.views = views;
        this.features = features;
        this.clock = clock;
        this.lastTurn = clock.instant();
        this.lastMonth = YearMonth.now(clock);
    }

    /** The events. */
    private sealed interface Event {

        record ReadEvent(HouseholdId household, String viewer, ViewQuery query) implements Event {}

        record ChangeEvent(HouseholdId household, Set<Scope> stale) implements Event {}

        record Gone(HouseholdId household) implements Event {}
    }

    /** Queues a read of a view. Returns at once; the event is dropped if the queue is full. */
    public void read(HouseholdId household, String viewer, ViewQuery query) {
        var _ = events.offer(new Event.ReadEvent(household, viewer, query));
    }

    /** Queues a change of a household's books. Returns at once. */
    public void changed(HouseholdId household, Set<Scope> stale) {
        var _ = events.offer(new Event.ChangeEvent(household, stale));
    }

    /** Queues the removal of a household. Returns at once. */
    public void forget(HouseholdId household) {
        var _ = events.offer(new Event.Gone(household));
    }

    /** Starts the background thread. */
    public Warmer start() {
        thread = Thread.ofPlatform().daemon().name("warmer").start(this::attend);
        return this;
    }

    @Override
    public void close() {
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void attend() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Event event = events.poll(1, TimeUnit.SECONDS);
                if (event != null) {
                    attend(event);
                }
                turn();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                // A failure of warming affects no request; continue with the next event.
                System.getLogger(Warmer.class.getName()).log(System.Logger.Level.WARNING, "warming failed", e);
            }
        }
    }

    /** Processes events and scheduled work. */
    void attendNow() {
        for (Event event = events.poll(); event != null; event = events.poll()) {
            attend(event);
        }
        turn();
    }

    private void attend(Event event) {
        switch (event) {
            case Event.ReadEvent(var household, var viewer, var query) -> {
                views.usage().read(household, query);
                List<ViewQuery> next = predictor.read(household, viewer, query);
                if (features.on(Feature.WARM_NEXT)) {
                    warm(household, next.stream());
                }
            }
            case Event.Gone(var household) -> {
                predictor.forget(household);
                views.forget(household);
            }
            case Event.ChangeEvent(var household, var stale) -> {
                if (features.on(Feature.WARM_CHANGED)) {
                    warm(
                            household,
                            Warming.afterChange(stale, views.usage().lately(household), MOST_AFTER_A_CHANGE).stream());
                }
            }
        }
    }

    private void turn() {
        YearMonth month = YearMonth.now(clock);
        if (month.isAfter(lastMonth)) {
            lastMonth = month;
            if (features.on(Feature.WARM_NEW_MONTH)) {
                views.usage().households().forEach(household -> warm(household, ofNewMonth(household, month)));
            }
        }
        if (clock.instant().isAfter(lastTurn.plus(SCHEDULE))) {
            lastTurn = clock.instant();
            if (features.on(Feature.WARM_BY_SCHEDULE)) {
                views.usage().households().forEach(household -> warm(household, mostRead(household)));
            }
            views.usage().age();
        }
    }

    private Stream<ViewQuery> ofNewMonth(HouseholdId household, YearMonth month) {
        return views.usage().lately(household).stream()
                .map(Warming.Read::view)
                .filter(view -> view.month().equals(month.minusMonths(1)))
                .map(view -> view.in(month));
    }

    private Stream<ViewQuery> mostRead(HouseholdId household) {
        return Warming.mostRead(views.usage().lately(household), MOST_BY_SCHEDULE).stream();
    }

    private void warm(HouseholdId household, Stream<ViewQuery> queries) {
        queries.forEach(query -> {
            if (nobodyWaits()) {
                warm(household, query);
            }
        });
    }

    /**
     * Makes sure that a view is stored.
     *
     * @return whether that succeeded
     */
    boolean warm(HouseholdId household, ViewQuery query) {
        try {
            views.warm(household, query);
            return true;
        } catch (RefusedException | StoreUnavailableException e) {
            // A request for the view will report the error.
            return false;
        }
    }

    /** Waits a little while clients wait. */
    private boolean nobodyWaits() {
        for (int waited = 0; views.peopleWait() && waited < PATIENCE_MILLIS; waited++) {
            try {
                Thread.sleep(1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return !views.peopleWait();
    }
}
