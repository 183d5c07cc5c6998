package io.prorata.application.port;

import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.household.HouseholdId;
import java.util.Optional;

/** Keeps finished documents for reuse. Forgetting one costs time, never correctness. */
public interface Views {

    /**
     * Returns the document kept for {@code query} under exactly {@code stamp} of exactly this epoch, if any.
     *
     * <p>A document kept under any other stamp is never returned.
     */
    Optional<Document> find(HouseholdId household, ViewQuery query, String epoch, Stamp stamp);

    /** Keeps {@code document}; may drop it, or others, at any time. */
    void keep(HouseholdId household, ViewQuery query, String epoch, Stamp stamp, Document document);
}
