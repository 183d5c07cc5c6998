package io.prorata.application.request;

import io.prorata.application.port.Books;
import io.prorata.application.view.Revision;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.household.HouseholdId;
import java.util.Currency;

/**
 * A thing with its currency, stamp and revision, of one snapshot.
 *
 * @param currency of its amounts
 * @param stamp under which it is shown
 * @param revision of the household as a whole
 */
public record ReadResult<T>(T thing, Currency currency, Stamp stamp, Revision revision) {

    /** Returns {@code thing} with the household's currency and revision, which are read as well. */
    public static <T> ReadResult<T> of(Books books, HouseholdId household, T thing, Stamp stamp) {
        return new ReadResult<>(
                thing,
                books.households().get(household).currency(),
                stamp,
                books.revisions().current(household));
    }
}
