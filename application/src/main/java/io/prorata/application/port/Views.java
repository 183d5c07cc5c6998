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
 * A tier that keeps finished documents for reuse. Forgetting one costs time, never correctness. A tier that is away, slow or full
 * behaves as if it had forgotten: no method throws because of it.
 *
 * <p>Methods are safe for use by several threads and hold no lock while they wait. {@link #find} of the near tier is a look-up in memory
 * and never blocks; of the others it is one round trip, within the tier's own time limit.
 */
public interface Views {

    Tier tier();

    /**
     * Returns the document kept for {@code query} as exactly this edition, if any.
     *
     * <p>A document kept as any other edition is never returned.
     */
    Optional<Document> find(HouseholdId household, ViewQuery query, DocumentVersion version);

    /**
     * Keeps {@code document}; may drop it, or others, at any time. The caller does not wait for a store to take it.
     *
     * @param timeToLive after which it is dropped to free its memory; it is no safety device
     */
    void keep(HouseholdId household, ViewQuery query, DocumentVersion version, Document document, Duration timeToLive);

    /**
     * Drops what is kept of a household's views: of those that end in {@code month}, or of all.
     *
     * @return how many documents were dropped
     */
    long drop(HouseholdId household, Optional<YearMonth> month);

    TierState state();
}
