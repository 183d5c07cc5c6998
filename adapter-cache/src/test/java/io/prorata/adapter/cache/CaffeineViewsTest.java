package io.prorata.adapter.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.application.port.Views;
import io.prorata.application.port.ViewsContract;
import io.prorata.application.query.SlimSummaryQuery;
import io.prorata.application.query.ViewQuery;
import io.prorata.application.view.Document;
import io.prorata.domain.household.HouseholdId;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CaffeineViewsTest implements ViewsContract {

    @Override
    public Views empty() {
        return new CaffeineViews(64 * 1024);
    }

    @Test
    void aNewerStampTakesTheOldersPlace() {
        Views views = empty();
        var newer = new Document(new byte[] {2});
        views.keep(US, MARCH, FIRST, DOCUMENT, HOUR);
        views.keep(US, MARCH, SECOND, newer, HOUR);

        assertEquals(Optional.empty(), views.find(US, MARCH, FIRST));
        assertEquals(Optional.of(newer), views.find(US, MARCH, SECOND));
    }

    @Test
    void itNeverHoldsMuchMoreThanItMay() throws InterruptedException {
        Views views = empty();
        List<ViewQuery> asked = new ArrayList<>();
        for (int month = 0; month < 200; month++) {
            ViewQuery query = new SlimSummaryQuery(YearMonth.of(2000, 1).plusMonths(month));
            asked.add(query);
            views.keep(new HouseholdId(1), query, FIRST, new Document(new byte[4 * 1024]), HOUR);
        }
        // 800 KiB were given to 64; Caffeine drops in the background, soon.
        long held = asked.size();
        for (int patience = 0; patience < 500 && held > 16; patience++) {
            Thread.sleep(10);
            held = asked.stream()
                    .filter(query ->
                            views.find(new HouseholdId(1), query, FIRST).isPresent())
                    .count();
        }
        assertTrue(held <= 16, held + " documents of 4 KiB are held");
    }
}
