package io.prorata.application.port;

import io.prorata.domain.household.HouseholdId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The tokens of a household. A token is stored as a hash; its secret is shown once and never stored. Found by its key. */
public interface Tokens {

    /** What a token allows. */
    enum TokenScope {
        READ,
        WRITE,
        ADMIN;

        /** Returns whether this includes {@code needed}: write includes read, admin includes both. */
        public boolean covers(TokenScope needed) {
            return compareTo(needed) >= 0;
        }
    }

    /** How a token is sent, and until when it is valid. */
    sealed interface Use {

        /**
         * In the header of each request, until it is revoked.
         *
         * @param until the moment at which it expires; empty if it does not
         */
        record Header(Optional<Instant> until) implements Use {}

        /**
         * In the cookie of a browser alone.
         *
         * @param parent the token that started the session, with which it ends; empty after a link
         * @param until the moment at which it ends
         */
        record Session(OptionalLong parent, Instant until) implements Use {}

        /**
         * For one sign-in, which starts a session.
         *
         * @param until the moment at which it expires
         */
        record Link(Instant until) implements Use {}

        /** Returns when it expires, if it does. */
        default Optional<Instant> expiresAt() {
            return switch (this) {
                case Header(Optional<Instant> until) -> until;
                case Session(OptionalLong _, Instant until) -> Optional.of(until);
                case Link(Instant until) -> Optional.of(until);
            };
        }
    }

    /**
     * A stored token.
     *
     * @param hash SHA-256 of the secret, in hex
     * @param lastUsed the approximate time of its last use, empty if it was never used
     */
    record Token(
            long id,
            String name,
            TokenScope scope,
            String hash,
            Instant at,
            boolean revoked,
            Optional<Instant> lastUsed,
            Use use) {

        /** A new token for the header of requests, not used yet, without an end. */
        public Token(long id, String name, TokenScope scope, String hash, Instant at, boolean revoked) {
            this(id, name, scope, hash, at, revoked, Optional.empty(), new Use.Header(Optional.empty()));
        }

        /** Returns the moment at which it expires, empty if it does not. */
        public Optional<Instant> expiresAt() {
            return use.expiresAt();
        }

        /** Returns whether it is valid at {@code now}. */
        public boolean isValid(Instant now) {
            return !revoked && expiresAt().filter(end -> !now.isBefore(end)).isEmpty();
        }

        /** Returns the same, revoked. */
        public Token asRevoked() {
            return new Token(id, name, scope, hash, at, true, lastUsed, use);
        }

        /** Returns the same, used last at {@code used}. */
        public Token usedAt(Instant used) {
            return new Token(id, name, scope, hash, at, revoked, Optional.of(used), use);
        }
    }

    long nextId(HouseholdId household);

    void add(HouseholdId household, Token token);

    Optional<Token> find(HouseholdId household, long id);

    /** Returns all tokens of the household, by id. */
    List<Token> all(HouseholdId household);

    void revoke(HouseholdId household, long id);
}
