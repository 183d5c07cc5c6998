package io.prorata.application.port;

import io.prorata.application.query.ViewQuery;
import io.prorata.application.view.Document;
import io.prorata.application.view.DocumentVersion;
import io.prorata.application.view.Tier;
import io.prorata.application.view.TierState;
import io.prorata.domain.household.HouseholdId;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Optional;

/**
 * A tier of finished documents. Losing one costs time, never correctness. If a tier is unreachable, slow or full, a lookup is a miss: no
 * method throws because of it.
 *
 * <p>Methods are safe for use by several threads and hold no lock while they wait. {@link #find} of the near tier is a lookup in memory and
 * never blocks; of the others it is one round trip, within the tier's own time limit.
 */
public interface Views {

    Tier tier();

    /**
     * Returns the document of {@code query} with exactly this version, if any.
     *
     * <p>A document of any other version is never returned.
     */
    Optional<Document> find(HouseholdId household, ViewQuery query, DocumentVersion version);

    /**
     * Stores {@code document}; it, or others, may be removed at any time. The caller does not wait for a store.
     *
     * @param timeToLive after which it is removed to free memory; correctness does not depend on it
     */
    void keep(HouseholdId household, ViewQuery query, DocumentVersion version, Document document, Duration timeToLive);

    /**
     * Removes the documents of a household's views: of those that end in {@code month}, or of all.
     *
     * @return the number of removed documents
     */
    long drop(HouseholdId household, Optional<YearMonth> month);

    TierState state();
}
