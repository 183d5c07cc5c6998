package io.prorata.application.cache;

import static io.prorata.application.Examples.MARCH;
import static io.prorata.application.Examples.found;
import static io.prorata.application.Examples.row;
import static io.prorata.application.Examples.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.application.cache.WarmingJobs.JobProgress;
import io.prorata.application.freshness.PlainRenderer;
import io.prorata.application.memory.InMemoryBooks;
import io.prorata.application.memory.InMemoryCalculations;
import io.prorata.application.memory.InMemoryViews;
import io.prorata.application.view.DocumentVersion;
import io.prorata.application.view.StampAtRevision;
import io.prorata.application.view.Tier;
import io.prorata.application.view.ViewQuery;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.CategoryChoice;
import io.prorata.domain.ledger.ExpenseType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WarmerTest {

    private static final ViewQuery SLIM = new ViewQuery.SlimSummary(MARCH);
    private static final ViewQuery SAVINGS = new ViewQuery.SavingsByCategory(MARCH, new CategoryChoice.Every());

    private final Hands clock = new Hands();
    private final InMemoryBooks books = new InMemoryBooks(clock, new SplittableRandom(1));
    private final HouseholdId household = found(books);
    private final InMemoryViews near = new InMemoryViews(Tier.NEAR);
    private final Features features = new Features();
    private final TieredViewCache views = new TieredViewCache(
            books, new Tiers(List.of(near), new InMemoryCalculations()), new PlainRenderer(), features, clock);
    private final Warmer warmer = new Warmer(views, features, clock);
    private long nextRow;

    private void read(ViewQuery query) {
        if (views.look(household, query, books.stampAtRevision(household, query.scopes()))
                instanceof TieredViewCache.Missing missing) {
            views.find(missing);
        }
        warmer.read(household, "anna", query);
        warmer.attendNow();
    }

    private void spend() {
        long id = ++nextRow;
        write(
                new NotifyingUnitOfWork(books, warmer),
                household,
                new Change.TransactionRecorded(MARCH),
                all -> all.ledger()
                        .add(household, OptionalLong.empty(), List.of(row(id, MARCH, -1, ExpenseType.VARIABLE, null))));
        warmer.attendNow();
    }

    private boolean isWarm(ViewQuery query) {
        StampAtRevision now = books.stampAtRevision(household, query.scopes());
        return near.find(
                        household,
                        query,
                        new DocumentVersion(now.revision().epoch(), new PlainRenderer().version(), now.stamp()))
                .isPresent();
    }

    @Test
    void afterAChangeWhatWasReadLatelyIsComputedAnew() {
        read(SLIM);
        spend();
        assertTrue(isWarm(SLIM));
        assertEquals(1, views.report().warmed());
        assertEquals(false, isWarm(new ViewQuery.Summary(MARCH)), "nobody has read that");

        features.turn(Feature.WARM_CHANGED, false);
        spend();
        assertEquals(false, isWarm(SLIM));
    }

    @Test
    void whatUsuallyComesNextIsThereWhateverTheMonth() {
        for (int month = 0; month < 3; month++) {
            read(ViewShift.of(SLIM, MARCH.plusMonths(month)));
            read(ViewShift.of(SAVINGS, MARCH.plusMonths(month)));
        }
        YearMonth other = MARCH.minusYears(1);
        read(ViewShift.of(SLIM, other));
        assertTrue(isWarm(ViewShift.of(SAVINGS, other)));

        features.turn(Feature.WARM_NEXT, false);
        read(ViewShift.of(SLIM, other.minusYears(1)));
        assertEquals(false, isWarm(ViewShift.of(SAVINGS, other.minusYears(1))));
    }

    @Test
    void whenAMonthBeginsItsViewsAreThere() {
        read(SLIM);
        ViewQuery ofApril = ViewShift.of(SLIM, MARCH.plusMonths(1));
        assertEquals(false, isWarm(ofApril));
        clock.now = Instant.parse("2024-04-01T00:00:01Z");
        warmer.attendNow();
        assertTrue(isWarm(ofApril));
    }

    @Test
    void bySchedulesWhatIsReadMostIsLookedAfter() {
        read(SLIM);
        read(SLIM);
        near.drop(household, Optional.empty());
        warmer.attendNow();
        assertEquals(false, isWarm(SLIM), "not yet");
        clock.now = clock.now.plus(Duration.ofMinutes(6));
        warmer.attendNow();
        assertTrue(isWarm(SLIM));
    }

    @Test
    void onRequestAMonthsScreensAreComputedAndItIsSaidHowFarThatIs() throws InterruptedException {
        var unknown = new ViewQuery.CategoryPage(MARCH, ExpenseType.VARIABLE, new CategoryChoice.Named("Unknown"));
        warmer.read(household, "anna", unknown);
        warmer.attendNow();
        try (var jobs = new WarmingJobs(warmer, views)) {
            JobProgress job = jobs.start(household, List.of(MARCH, MARCH.minusMonths(1)));
            assertEquals(22, job.total(), "ten screens and what was read, of two months");
            JobProgress now = job;
            while (!now.finished()) {
                Thread.sleep(1);
                now = jobs.find(household, job.id()).orElseThrow();
            }
            assertEquals(20, now.done());
            assertEquals(2, now.failed(), "there is no such category");
            assertTrue(isWarm(SLIM));
            assertTrue(isWarm(ViewShift.of(SLIM, MARCH.minusMonths(1))));
            assertEquals(Optional.empty(), jobs.find(new HouseholdId(77), job.id()), "it is nobody else's");
        }
    }

    /** A day's work of a person at a time is no reason to stop, but more than can be noted is forgotten. */
    @Test
    void moreThanItCanAttendToIsForgotten() {
        for (int i = 0; i < 100_000; i++) {
            warmer.read(household, "anna", SLIM);
        }
        warmer.attendNow();
        assertTrue(isWarm(SLIM) || views.usage().of(household, SLIM).reads() < 100_000);
    }

    @Test
    void usageIsBoundedAndAges() {
        for (int i = 0; i < 1_000; i++) {
            views.usage()
                    .read(
                            household,
                            new ViewQuery.SlimSummary(YearMonth.of(1900, 1).plusMonths(i)));
        }
        assertEquals(256, views.usage().lately(household).size());
        views.usage().age();
        assertEquals(0, views.usage().lately(household).size(), "what was read once is forgotten");
    }

    /** A clock that somebody moves. */
    private static final class Hands extends Clock {

        private Instant now = Instant.parse("2024-03-15T12:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
