package io.prorata.application.port;

import io.prorata.domain.household.HouseholdId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

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

    /** How a token is shown, and until when. */
    sealed interface Use {

        /**
         * In the header of each request, until it is revoked.
         *
         * @param until from when on it is not valid any more, as whoever issued it said; empty if it stays valid
         */
        record Header(Optional<Instant> until) implements Use {}

        /**
         * In the cookie of a browser alone.
         *
         * @param parent the token by which the session was begun, with which it ends; empty after a link
         * @param until when it is over
         */
        record Session(OptionalLong parent, Instant until) implements Use {}

        /**
         * For one sign-in, which begins a session.
         *
         * @param until when it is good for nothing any more
         */
        record Link(Instant until) implements Use {}

        /** Returns when it ends by itself, if it does. */
        default Optional<Instant> expiresAt() {
            return switch (this) {
                case Header(Optional<Instant> until) -> until;
                case Session(OptionalLong _, Instant until) -> Optional.of(until);
                case Link(Instant until) -> Optional.of(until);
            };
        }
    }

    /**
     * A token as it is kept.
     *
     * @param hash SHA-256 of the secret, in hex
     * @param lastUsed about when somebody last asked with it, empty if nobody has
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

        /** A new one for the header of requests, which nobody has used yet, and which stays valid. */
        public Token(long id, String name, TokenScope scope, String hash, Instant at, boolean revoked) {
            this(id, name, scope, hash, at, revoked, Optional.empty(), new Use.Header(Optional.empty()));
        }

        /** Returns from when on it is not valid any more, empty if it stays valid. */
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
