package io.prorata.application.port;

import io.prorata.application.view.Document;
import io.prorata.domain.household.HouseholdId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Requests that were carried out with their answers, and when tokens were used: kept beside the books. No figure depends on it, so that
 * writing it down is no change and advances no revision. Used inside {@link UnitOfWork#inOneTransaction} alone; each method is one or two
 * statements by a key.
 */
public interface IdempotencyStore {

    /**
     * A request that was carried out.
     *
     * @param request a hash of what was asked
     * @param answer what became of its answer
     */
    record StoredResponse(String request, CarriedAt at, AnswerState answer) {}

    /** What became of the answer to a request that was carried out. */
    sealed interface AnswerState {

        /** It is not given yet, or the request stopped before its end. */
        record Pending() implements AnswerState {}

        /** It was given, and held a secret, which is kept nowhere. */
        record Withheld() implements AnswerState {}

        /** It was given, and is kept. */
        record Kept(StoredAnswer answer) implements AnswerState {}
    }

    /** An answer as it was given. */
    record StoredAnswer(int status, Map<String, String> headers, Document body) {}

    /**
     * That a request which its sender may repeat is carried out: noted in the transaction of its first write, so that it has its effect once. It
     * goes with the {@link Actor} who writes.
     */
    final class RequestClaim {

        private final String sender;
        private final String key;
        private final String hash;
        private final AtomicBoolean noted = new AtomicBoolean();

        /**
         * @param sender who asks
         * @param key by which they know the request
         * @param hash of all that it asks
         */
        public RequestClaim(String sender, String key, String hash) {
            this.sender = sender;
            this.key = key;
            this.hash = hash;
        }

        public String sender() {
            return sender;
        }

        public String key() {
            return key;
        }

        public String hash() {
            return hash;
        }

        /** Whether it is in the books. */
        public boolean isNoted() {
            return noted.get();
        }

        /** It is in the books from now on. */
        public void note() {
            noted.set(true);
        }
    }

    /** Returns the request that {@code sender} made under {@code key}, if one is noted. */
    Optional<StoredResponse> stored(HouseholdId household, String sender, String key);

    /** Notes a request, in the place of one that is noted under its key. */
    void stored(HouseholdId household, String sender, String key, StoredResponse request);

    /** Returns when a request of {@code household} is carried out that comes next, at {@code clock}. */
    CarriedAt next(HouseholdId household, Instant clock);

    /** Forgets the requests that {@code retention} forgets at {@code now}; it may be a little later with some. */
    void forget(HouseholdId household, CarriedAt now, Retention retention);

    /** Notes when somebody asked with a token. */
    void used(HouseholdId household, long token, Instant at);

    /**
     * When a repeatable request was carried out, by three measures, none of which is trusted alone: a clock may jump, a server may stand
     * still, and a household may send many requests or few.
     *
     * @param clock by the clock
     * @param running how long servers had run over the books by then, in all
     * @param number of the request among those of its household, from 1 on
     */
    record CarriedAt(Instant clock, Duration running, long number) {}

    /**
     * How long a request is remembered that its sender may repeat.
     *
     * @param time by the clock, in whichever direction it went; and of running time, unless as many requests were carried out since
     * @param requests of the same household
     */
    record Retention(Duration time, long requests) {

        /** Returns whether a request of {@code then} is forgotten {@code now}. */
        public boolean forgets(CarriedAt then, CarriedAt now) {
            boolean byClock = Duration.between(then.clock(), now.clock()).abs().compareTo(time) >= 0;
            boolean byRunning = now.running().minus(then.running()).compareTo(time) >= 0;
            boolean byNumber = now.number() - then.number() > requests;
            return byClock && (byRunning || byNumber);
        }
    }
}
