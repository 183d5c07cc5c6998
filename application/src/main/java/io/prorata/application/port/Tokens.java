package io.prorata.application.port;

import io.prorata.domain.household.HouseholdId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who may ask. A token is kept as a hash: its secret is shown once and is nowhere after. Found by its key. */
public interface Tokens {

    /** What a token allows. */
    enum TokenScope {
        READ,
        WRITE,
        ADMIN;

        /** Returns whether this allows what {@code needed} asks for: write includes read, admin includes both. */
        public boolean covers(TokenScope needed) {
            return compareTo(needed) >= 0;
        }
    }

    /**
     * A token as it is kept.
     *
     * @param hash SHA-256 of the secret, in hex
     * @param lastUsed about when somebody last asked with it, empty if nobody has
     * @param expiresAt from when on it is not valid any more, empty if it stays valid
     */
    record Token(
            long id,
            String name,
            TokenScope scope,
            String hash,
            Instant at,
            boolean revoked,
            Optional<Instant> lastUsed,
            Optional<Instant> expiresAt) {

        /** A new one, which nobody has used yet, and which stays valid. */
        public Token(long id, String name, TokenScope scope, String hash, Instant at, boolean revoked) {
            this(id, name, scope, hash, at, revoked, Optional.empty(), Optional.empty());
        }

        /** Returns whether it is valid at {@code now}. */
        public boolean isValid(Instant now) {
            return !revoked && expiresAt.filter(end -> !now.isBefore(end)).isEmpty();
        }
    }

    long nextId(HouseholdId household);

    void add(HouseholdId household, Token token);

    Optional<Token> find(HouseholdId household, long id);

    /** Returns all tokens of the household, by id. */
    List<Token> all(HouseholdId household);

    void revoke(HouseholdId household, long id);
}
