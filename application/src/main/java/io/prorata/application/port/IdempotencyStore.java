package io.prorata.application.port;

import io.prorata.application.view.Document;
import io.prorata.domain.household.HouseholdId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What is kept beside the books: no figure depends on it, so that writing it down is no change and advances no revision. */
public interface IdempotencyStore {

    /**
     * A request that was carried out.
     *
     * @param request a hash of what was asked
     * @param answer what was answered; empty where the answer held a secret
     */
    record StoredResponse(String request, Instant at, Optional<StoredAnswer> answer) {}

    /** An answer as it was given. */
    record StoredAnswer(int status, Map<String, String> headers, Document body) {}

    /** Returns the request that {@code sender} made under {@code key}, if one is noted. */
    Optional<StoredResponse> stored(HouseholdId household, String sender, String key);

    /** Notes a request, in the place of one that is noted under its key. */
    void stored(HouseholdId household, String sender, String key, StoredResponse request);

    /** Forgets the requests of before {@code instant}. */
    void forgetBefore(HouseholdId household, Instant instant);

    /** Notes when somebody asked with a token. */
    void used(HouseholdId household, long token, Instant at);
}
