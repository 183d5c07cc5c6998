package io.prorata.application.port;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.prorata.application.query.CategoryQuery;
import io.prorata.application.query.SlimSummaryQuery;
import io.prorata.application.query.SummaryQuery;
import io.prorata.application.query.ViewQuery;
import io.prorata.application.view.Document;
import io.prorata.application.view.DocumentVersion;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.CategoryChoice;
import io.prorata.domain.ledger.ExpenseType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link Views} promises. An adapter's test implements this and supplies an empty instance. */
public interface ViewsContract {

    HouseholdId US = new HouseholdId(1);
    HouseholdId NEIGHBOURS = new HouseholdId(2);
    YearMonth MARCH_MONTH = YearMonth.of(2026, 3);
    ViewQuery MARCH = new SlimSummaryQuery(MARCH_MONTH);
    ViewQuery APRIL = new SlimSummaryQuery(YearMonth.of(2026, 4));
    String EPOCH = "a1";
    DocumentVersion FIRST = new DocumentVersion(EPOCH, 1, new Stamp(1, 77));
    DocumentVersion SECOND = new DocumentVersion(EPOCH, 1, new Stamp(2, 78));
    Document DOCUMENT = new Document("spent 1".getBytes(StandardCharsets.UTF_8));
    Duration HOUR = Duration.ofHours(1);

    /** Returns an empty one, in which the households {@link #US} and {@link #NEIGHBOURS} may keep documents. */
    Views empty();

    /** Waits until what was kept has arrived, where that takes time. */
    default void settle(Views views) {}

    @Test
    default void returnsWhatWasKeptAsExactlyItsEdition() {
        Views views = empty();
        views.keep(US, MARCH, FIRST, DOCUMENT, HOUR);
        settle(views);
        assertEquals(Optional.of(DOCUMENT), views.find(US, MARCH, FIRST));
    }

    @Test
    default void neverReturnsADocumentKeptAsAnotherEdition() {
        Views views = empty();
        views.keep(US, MARCH, FIRST, DOCUMENT, HOUR);
        settle(views);
        assertEquals(Optional.empty(), views.find(US, MARCH, SECOND));
        assertEquals(
                Optional.empty(),
                views.find(US, MARCH, new DocumentVersion(EPOCH, 1, new Stamp(1, 99))),
                "another nonce");
        assertEquals(
                Optional.empty(), views.find(US, MARCH, new DocumentVersion("b2", 1, FIRST.stamp())), "another epoch");
        assertEquals(
                Optional.empty(),
                views.find(US, MARCH, new DocumentVersion(EPOCH, 2, FIRST.stamp())),
                "another version");
    }

    @Test
    default void neverReturnsADocumentOfAnotherHouseholdOrQuery() {
        Views views = empty();
        var market = new CategoryChoice.Named("Market");
        views.keep(US, MARCH, FIRST, DOCUMENT, HOUR);
        views.keep(US, new CategoryQuery(MARCH_MONTH, ExpenseType.VARIABLE, market), FIRST, DOCUMENT, HOUR);
        settle(views);
        assertEquals(Optional.empty(), views.find(NEIGHBOURS, MARCH, FIRST));
        assertEquals(Optional.empty(), views.find(US, APRIL, FIRST));
        assertEquals(Optional.empty(), views.find(US, new SummaryQuery(MARCH_MONTH), FIRST));
        for (CategoryChoice other : List.of(
                new CategoryChoice.Every(), new CategoryChoice.Uncategorised(), new CategoryChoice.Named("market"))) {
            assertEquals(
                    Optional.empty(),
                    views.find(US, new CategoryQuery(MARCH_MONTH, ExpenseType.VARIABLE, other), FIRST));
        }
        assertEquals(
                Optional.empty(), views.find(US, new CategoryQuery(MARCH_MONTH, ExpenseType.FIXED, market), FIRST));
    }

    @Test
    default void aNewerEditionIsFoundOnceItIsKept() {
        Views views = empty();
        var newer = new Document("spent 2".getBytes(StandardCharsets.UTF_8));
        views.keep(US, MARCH, FIRST, DOCUMENT, HOUR);
        settle(views);
        views.keep(US, MARCH, SECOND, newer, HOUR);
        settle(views);
        assertEquals(Optional.of(newer), views.find(US, MARCH, SECOND));
    }

    @Test
    default void dropsOneHouseholdsMonthAndNothingElse() {
        Views views = empty();
        for (HouseholdId household : List.of(US, NEIGHBOURS)) {
            views.keep(household, MARCH, FIRST, DOCUMENT, HOUR);
            views.keep(household, APRIL, FIRST, DOCUMENT, HOUR);
        }
        settle(views);

        assertEquals(1, views.drop(US, Optional.of(MARCH_MONTH)));

        assertEquals(Optional.empty(), views.find(US, MARCH, FIRST));
        assertEquals(Optional.of(DOCUMENT), views.find(US, APRIL, FIRST));
        assertEquals(Optional.of(DOCUMENT), views.find(NEIGHBOURS, MARCH, FIRST));

        assertEquals(1, views.drop(US, Optional.empty()));

        assertEquals(Optional.empty(), views.find(US, APRIL, FIRST));
        assertEquals(Optional.of(DOCUMENT), views.find(NEIGHBOURS, APRIL, FIRST));
    }

    @Test
    default void saysThatItCanBeAsked() {
        Views views = empty();
        views.keep(US, MARCH, FIRST, DOCUMENT, HOUR);
        settle(views);
        assertEquals(true, views.state().available());
        assertEquals(0, views.state().rejected());
    }
}
