package io.prorata.domain.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.prorata.domain.testkit.Any;
import io.prorata.domain.time.Timeline.Entry;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private static final YearMonth MARCH = YearMonth.of(2024, 3);
    private static final YearMonth JUNE = YearMonth.of(2024, 6);
    private static final YearMonth SEPTEMBER = YearMonth.of(2024, 9);

    @Test
    void termsHoldFromTheirMonthUntilTheNext() {
        var timeline = Timeline.from(MARCH, "a").with(JUNE, "b");
        assertEquals(Optional.empty(), timeline.at(MARCH.minusMonths(1)));
        assertEquals(Optional.of("a"), timeline.at(MARCH));
        assertEquals(Optional.of("a"), timeline.at(JUNE.minusMonths(1)));
        assertEquals(Optional.of("b"), timeline.at(JUNE));
        assertEquals(Optional.of("b"), timeline.at(Dates.LAST_MONTH));
        assertEquals(Optional.empty(), Timeline.empty().at(MARCH));
    }

    @Test
    void aChangeLeavesWhatIsToComeAndReplacesItsOwnMonth() {
        var timeline = Timeline.from(JUNE, "b").with(MARCH, "a").with(JUNE, "c");
        assertEquals(
                List.of(new Entry<>(MARCH, Optional.of("a")), new Entry<>(JUNE, Optional.of("c"))), timeline.entries());
    }

    @Test
    void anEndDropsWhatWasToCome() {
        var timeline = Timeline.from(MARCH, "a").with(SEPTEMBER, "b").endedFrom(JUNE);
        assertEquals(Optional.of("a"), timeline.at(JUNE.minusMonths(1)));
        assertEquals(Optional.empty(), timeline.at(JUNE));
        assertEquals(Optional.empty(), timeline.at(SEPTEMBER));
        assertEquals(Optional.of("c"), timeline.with(SEPTEMBER, "c").at(SEPTEMBER));
    }

    @Test
    void anEndAfterTheLastMonthIsNoEnd() {
        var timeline = Timeline.from(MARCH, "a");
        assertEquals(timeline, timeline.endedFrom(Dates.LAST_MONTH.plusMonths(1)));
        assertEquals(Optional.empty(), timeline.endedFrom(Dates.LAST_MONTH).at(Dates.LAST_MONTH));
    }

    @Test
    void aFeatureHoldsSinceItLastChangedThroughOtherChangesAndPauses() {
        Function<String, Character> first = terms -> terms.charAt(0);
        var timeline = Timeline.from(MARCH, "a1")
                .with(MARCH.plusMonths(1), "a2")
                .endedFrom(MARCH.plusMonths(2))
                .with(JUNE, "a3")
                .with(SEPTEMBER, "b1")
                .with(SEPTEMBER.plusMonths(1), "a4");
        assertEquals(Optional.empty(), timeline.since(MARCH.minusMonths(1), first));
        assertEquals(Optional.of(MARCH), timeline.since(MARCH, first));
        assertEquals(Optional.empty(), timeline.since(MARCH.plusMonths(2), first));
        assertEquals(Optional.of(MARCH), timeline.since(JUNE, first));
        assertEquals(Optional.of(SEPTEMBER), timeline.since(SEPTEMBER, first));
        assertEquals(Optional.of(SEPTEMBER.plusMonths(1)), timeline.since(Dates.LAST_MONTH, first));
    }

    @Test
    void noMonthTwiceAndNoneOutsideTheBounds() {
        var entry = new Entry<>(MARCH, Optional.of("a"));
        assertThrows(IllegalArgumentException.class, () -> new Timeline<>(List.of(entry, entry)));
        YearMonth before = Dates.FIRST_MONTH.minusMonths(1);
        YearMonth after = Dates.LAST_MONTH.plusMonths(1);
        assertThrows(IllegalArgumentException.class, () -> Timeline.from(before, "a"));
        assertThrows(IllegalArgumentException.class, () -> Timeline.from(after, "a"));
        assertThrows(
                IllegalArgumentException.class, () -> Timeline.from(MARCH, "a").endedFrom(before));
        assertEquals(Optional.of("a"), Timeline.from(Dates.FIRST_MONTH, "a").at(Dates.FIRST_MONTH));
        assertEquals(Optional.of("a"), Timeline.from(Dates.LAST_MONTH, "a").at(Dates.LAST_MONTH));
    }

    @Test
    void datesHaveTheSameBounds() {
        assertEquals(LocalDate.of(1900, 1, 1), Dates.withinBounds(LocalDate.of(1900, 1, 1)));
        assertEquals(LocalDate.of(9999, 12, 31), Dates.withinBounds(LocalDate.of(9999, 12, 31)));
        assertThrows(IllegalArgumentException.class, () -> Dates.withinBounds(LocalDate.of(1899, 12, 31)));
        assertThrows(IllegalArgumentException.class, () -> Dates.withinBounds(LocalDate.of(10_000, 1, 1)));
    }

    @Test
    void aChangeFromAMonthOnMovesNothingEarlier() {
        for (long seed = 0; seed < 3_000; seed++) {
            var random = new SplittableRandom(seed);
            Timeline<Integer> before = Any.timeline(random, from -> random.nextInt(3));
            YearMonth from = Any.month(random);
            Timeline<Integer> after = random.nextBoolean() ? before.with(from, 7) : before.endedFrom(from);
            String example = "seed " + seed + ": " + before + " changed from " + from + " to " + after;
            for (YearMonth month = Any.FIRST.minusMonths(1); month.isBefore(from); month = month.plusMonths(1)) {
                assertEquals(before.at(month), after.at(month), example);
                assertEquals(
                        before.since(month, Function.identity()), after.since(month, Function.identity()), example);
            }
        }
    }
}
