package io.prorata.application.account;

import io.prorata.application.port.Books;
import io.prorata.domain.household.HouseholdId;
import java.time.YearMonth;
import java.util.Optional;

/** Sets the first month of settling up, where nothing has set it yet. */
public final class SettleSince {

    private SettleSince() {}

    /** Returns {@code month} if this has set it; empty if it was set before. */
    public static Optional<YearMonth> setOnce(HouseholdId household, Books books, YearMonth month) {
        if (books.plans().book(household).settleSince().isPresent()) {
            return Optional.empty();
        }
        books.accounts().settleSince(household, Optional.of(month));
        return Optional.of(month);
    }
}
