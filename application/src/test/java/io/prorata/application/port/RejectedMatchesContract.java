package io.prorata.application.port;

import static io.prorata.application.Examples.found;
import static io.prorata.application.Examples.write;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.prorata.application.Examples;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.household.HouseholdId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link Ledger} promises of matches that were rejected. */
public interface RejectedMatchesContract extends BooksContract {

    @Test
    default void whatIsRejectedStaysRejectedInItsHouseholdAlone() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        HouseholdId neighbours = found(work);

        reject(work, household, List.of("twin:1:2", "bill:3:1"));
        reject(work, household, List.of("bill:3:1", "income:4"));

        assertEquals(Set.of("twin:1:2", "bill:3:1", "income:4"), rejected(work, household));
        assertEquals(Set.of(), rejected(work, neighbours));
    }

    private static Set<String> rejected(UnitOfWork work, HouseholdId household) {
        return work.read(household, books -> books.ledger().rejectedMatches(household));
    }

    private static void reject(UnitOfWork work, HouseholdId household, List<String> keys) {
        write(
                work,
                household,
                new Change.TransactionRecorded(Examples.MARCH),
                books -> books.ledger().rejectMatches(household, keys));
    }
}
