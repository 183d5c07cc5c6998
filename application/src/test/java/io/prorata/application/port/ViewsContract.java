package io.prorata.application.port;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.household.HouseholdId;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link Views} promises. An adapter's test implements this and supplies an empty instance. */
public interface ViewsContract {

    HouseholdId US = new HouseholdId(1);
    HouseholdId NEIGHBOURS = new HouseholdId(2);
    ViewQuery MARCH = new ViewQuery.SlimSummary(YearMonth.of(2026, 3));
    ViewQuery APRIL = new ViewQuery.SlimSummary(YearMonth.of(2026, 4));
    Stamp FIRST = new Stamp(1, 77);
    Stamp SECOND = new Stamp(2, 78);
    String EPOCH = "a1";
    Document DOCUMENT = new Document("spent 1".getBytes(StandardCharsets.UTF_8));

    Views empty();

    @Test
    default void returnsWhatWasKeptUnderExactlyItsStamp() {
        Views views = empty();
        views.keep(US, MARCH, EPOCH, FIRST, DOCUMENT);
        assertEquals(Optional.of(DOCUMENT), views.find(US, MARCH, EPOCH, FIRST));
    }

    @Test
    default void neverReturnsADocumentKeptUnderAnotherStamp() {
        Views views = empty();
        views.keep(US, MARCH, EPOCH, FIRST, DOCUMENT);
        assertEquals(Optional.empty(), views.find(US, MARCH, EPOCH, SECOND));
        assertEquals(Optional.empty(), views.find(US, MARCH, EPOCH, new Stamp(FIRST.revision(), 99)), "another nonce");
        assertEquals(Optional.empty(), views.find(US, MARCH, "b2", FIRST), "another epoch");
    }

    @Test
    default void neverReturnsADocumentOfAnotherHouseholdOrQuery() {
        Views views = empty();
        views.keep(US, MARCH, EPOCH, FIRST, DOCUMENT);
        assertEquals(Optional.empty(), views.find(NEIGHBOURS, MARCH, EPOCH, FIRST));
        assertEquals(Optional.empty(), views.find(US, APRIL, EPOCH, FIRST));
    }
}
