package io.prorata.application.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TimeToLiveTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void whatIsReadAsOftenAsItChangesLivesAsTheReportHasIt() {
        assertEquals(300, TimeToLive.SUMMARY.of(0, 0, false).toSeconds());
        assertEquals(180, TimeToLive.DRILL_DOWN.of(5, 5, false).toSeconds());
        assertEquals(600, TimeToLive.PROVISIONS.of(100, 100, false).toSeconds());
    }

    @Test
    void whatIsReadMoreLivesLongerAndWhatChangesMoreLivesShorter() {
        assertEquals(300 * 4, TimeToLive.SUMMARY.of(7, 1, false).toSeconds());
        assertEquals(300 * 8, TimeToLive.SUMMARY.of(1_000_000, 1, false).toSeconds(), "eight times at most");
        assertEquals(75, TimeToLive.SUMMARY.of(1, 7, false).toSeconds());
        assertEquals(300 / 8, TimeToLive.SUMMARY.of(1, 1_000_000, false).toSeconds(), "an eighth at least");
        assertEquals(
                Duration.ofSeconds(30), TimeToLive.DRILL_DOWN.of(0, 1_000_000, false), "and never below the least");
    }

    @Test
    void aMonthThatIsOverLivesLonger() {
        assertEquals(3_600, TimeToLive.SUMMARY.of(0, 0, true).toSeconds());
        assertEquals(600 * 8 * 12, TimeToLive.PROVISIONS.of(50, 0, true).toSeconds());
        assertEquals(
                Duration.ofDays(1),
                new TimeToLive(MINUTE.multipliedBy(30), MINUTE, Duration.ofDays(1)).of(50, 0, true));
    }

    @Test
    void timesOutOfOrderAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new TimeToLive(MINUTE, MINUTE.plusSeconds(1), MINUTE));
        assertThrows(IllegalArgumentException.class, () -> new TimeToLive(MINUTE, MINUTE, MINUTE.minusSeconds(1)));
        assertThrows(IllegalArgumentException.class, () -> new TimeToLive(MINUTE, MINUTE.negated(), MINUTE));
    }

    @Test
    void livesStayWithinBoundsAndMoreReadingNeverShortensOne() {
        for (long seed = 0; seed < 2_000; seed++) {
            var random = new SplittableRandom(seed);
            long reads = random.nextLong(1_000);
            long changes = random.nextLong(1_000);
            boolean past = random.nextBoolean();
            Duration life = TimeToLive.SUMMARY.of(reads, changes, past);
            String example = "seed " + seed + ": " + reads + " reads, " + changes + " changes, " + life;
            assertTrue(life.compareTo(TimeToLive.SUMMARY.least()) >= 0, example);
            assertTrue(life.compareTo(TimeToLive.SUMMARY.most()) <= 0, example);
            assertTrue(life.compareTo(TimeToLive.SUMMARY.of(reads + 1, changes, past)) <= 0, example);
            assertTrue(life.compareTo(TimeToLive.SUMMARY.of(reads, changes + 1, past)) >= 0, example);
        }
    }
}
