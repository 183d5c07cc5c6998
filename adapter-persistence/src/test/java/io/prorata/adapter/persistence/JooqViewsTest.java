package io.prorata.adapter.persistence;

import static io.prorata.application.Examples.NOON;
import static io.prorata.application.Examples.found;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.application.port.Views;
import io.prorata.application.port.ViewsContract;
import io.prorata.application.query.AnalyticsQuery;
import io.prorata.application.query.SlimSummaryQuery;
import io.prorata.application.view.Document;
import io.prorata.domain.ledger.CategoryAnalysis.Period;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JooqViewsTest implements ViewsContract {

    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
    private static final int SHA_256 = 32;
    private static final long MOST_BYTES = 64 * 1024;

    private final TemporaryBooks books = new TemporaryBooks();
    private final List<JooqViews> open = new ArrayList<>();

    @BeforeEach
    void foundTwo() {
        assertEquals(US, found(books.work()));
        assertEquals(NEIGHBOURS, found(books.work()));
    }

    @AfterEach
    void close() {
        open.forEach(JooqViews::close);
        books.close();
    }

    @Override
    public Views empty() {
        return at(CLOCK);
    }

    /** So that what is found was written, and does not only wait. */
    @Override
    public void settle(Views views) {
        ((JooqViews) views).writeBehind();
    }

    private JooqViews at(Clock clock) {
        var views = new JooqViews(books.database(), clock, MOST_BYTES);
        open.add(views);
        return views;
    }

    @Test
    void whatWasWrittenIsThereAfterARestart() {
        try (var before = new JooqViews(books.database(), CLOCK, MOST_BYTES)) {
            before.keep(US, MARCH, FIRST, DOCUMENT, HOUR);
        }
        assertEquals(Optional.of(DOCUMENT), at(CLOCK).find(US, MARCH, FIRST));
    }

    @Test
    void whatWaitsToBeWrittenIsFound() {
        Views views = empty();
        views.keep(US, MARCH, FIRST, DOCUMENT, HOUR);
        assertEquals(Optional.of(DOCUMENT), views.find(US, MARCH, FIRST));
    }

    /** Any one byte, of the document or of its check value. */
    @Test
    void aDamagedDocumentIsAMissAndCounted() {
        JooqViews views = at(CLOCK);
        int length = DOCUMENT.bytes().length;
        int rejected = 0;
        for (String column : List.of("document", "check_value")) {
            for (int place = 0; place < (column.equals("document") ? length : SHA_256); place++) {
                views.keep(US, MARCH, FIRST, DOCUMENT, HOUR);
                views.writeBehind();
                assertEquals(Optional.of(DOCUMENT), views.find(US, MARCH, FIRST));
                damage(column, place);
                assertEquals(Optional.empty(), views.find(US, MARCH, FIRST), column + " " + place);
                assertEquals(++rejected, views.state().rejected());
            }
        }
        assertTrue(rejected > SHA_256);
    }

    private void damage(String column, int place) {
        books.database().write(sql -> {
            byte[] bytes = sql.fetchSingle("SELECT " + column + " FROM monthly_dashboard_cache")
                    .get(0, byte[].class);
            bytes[place] ^= 1;
            return sql.execute("UPDATE monthly_dashboard_cache SET " + column + " = ?", bytes);
        });
    }

    @Test
    void whatHasLivedItsTimeIsGone() {
        Views views = empty();
        views.keep(US, MARCH, FIRST, DOCUMENT, HOUR);
        settle(views);

        JooqViews later = at(Clock.offset(CLOCK, Duration.ofMinutes(61)));
        assertEquals(Optional.empty(), later.find(US, MARCH, FIRST));

        later.keep(US, APRIL, FIRST, DOCUMENT, HOUR);
        later.writeBehind();
        assertEquals(1, later.state().entries(), "and takes no room");
        assertEquals(1, later.state().evictions());
    }

    @Test
    void itNeverHoldsMoreThanItMay() {
        JooqViews views = at(CLOCK);
        for (int month = 0; month < 64; month++) {
            views.keep(
                    US,
                    new SlimSummaryQuery(YearMonth.of(2000, 1).plusMonths(month)),
                    FIRST,
                    new Document(new byte[4 * 1024]),
                    HOUR);
            views.writeBehind();
            assertTrue(views.state().bytes() <= MOST_BYTES, views.state().toString());
        }
        assertTrue(views.state().entries() > 0);
    }

    @Test
    void keepingIsNoChangeOfTheBooks() {
        List<List<Object>> before = books.rows("SELECT household_id, revision FROM household");
        Views views = empty();
        views.keep(US, MARCH, FIRST, DOCUMENT, HOUR);
        settle(views);
        assertEquals(before, books.rows("SELECT household_id, revision FROM household"));
    }

    /** An analysis is of any run of months: they would crowd out the rest. */
    @Test
    void analysesAreNotAmongThem() {
        Views views = empty();
        var analysis = new AnalyticsQuery(new Period(MARCH_MONTH, MARCH_MONTH), Set.of());
        views.keep(US, analysis, FIRST, DOCUMENT, HOUR);
        assertEquals(Optional.empty(), views.find(US, analysis, FIRST));
    }

    @Test
    void aDatabaseThatIsClosedIsATierThatHasForgotten() {
        Views views = empty();
        views.keep(US, MARCH, FIRST, DOCUMENT, HOUR);
        settle(views);
        books.database().close();
        assertEquals(Optional.empty(), views.find(US, MARCH, FIRST));
        assertEquals(0, views.drop(US, Optional.empty()));
        assertEquals(false, views.state().available());
    }
}
