package io.prorata.application.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.application.query.SummaryQuery;
import io.prorata.domain.household.HouseholdId;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever is learned of use does not grow for ever. */
class BoundedMemoryTest {

    private static final YearMonth MONTH = YearMonth.of(2024, 1);

    @Test
    void whatWasNotUsedForLongestIsForgotten() {
        var recent = new LruMap<Integer, String>(100);
        for (int i = 0; i < 1_000; i++) {
            recent.put(i, "thing");
            recent.use(0, () -> "first");
        }
        assertEquals(100, recent.keys().size());
        assertEquals(List.of(999, 0), recent.keys().subList(98, 100));
    }

    @Test
    void useIsRememberedOfSoManyHouseholdsAndViews() {
        var usage = new ViewUsage();
        for (int i = 1; i <= 6_000; i++) {
            usage.read(new HouseholdId(i), new SummaryQuery(MONTH));
        }
        assertEquals(5_000, usage.households().size());
        var last = new HouseholdId(6_000);
        for (int i = 0; i < 1_000; i++) {
            usage.read(last, new SummaryQuery(MONTH.plusMonths(i)));
        }
        assertEquals(256, usage.lately(last).size());
        for (int i = 0; i < 40; i++) {
            usage.age();
        }
        assertTrue(usage.households().isEmpty(), "habits of long ago are forgotten");
    }
}
