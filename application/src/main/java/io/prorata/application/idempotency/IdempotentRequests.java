package io.prorata.application.idempotency;

import io.prorata.application.port.Actor;
import io.prorata.application.port.IdempotencyStore;
import io.prorata.application.port.IdempotencyStore.AnswerState;
import io.prorata.application.port.IdempotencyStore.CarriedAt;
import io.prorata.application.port.IdempotencyStore.RequestClaim;
import io.prorata.application.port.IdempotencyStore.Retention;
import io.prorata.application.port.IdempotencyStore.StoredAnswer;
import io.prorata.application.port.IdempotencyStore.StoredResponse;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.request.Access;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.household.HouseholdId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sees to it that a request which its sender may repeat is carried out once. A repeat under its key gets the first answer:
 * they cannot know whether their request or its answer was lost on the way.
 *
 * <p>{@link #begin} says whether it was answered before. If it was not, the caller carries it out as the actor of what has begun: with
 * the first write, {@link ClaimingUnitOfWork} notes that it is carried out. {@link #keep} then keeps the answer, and {@link #end} ends it.
 */
public final class IdempotentRequests {

    /** How long an answer is kept. */
    public static final Retention KEPT = new Retention(Duration.ofHours(24), 10_000);

    /**
     * A request without an answer that was carried out so lately may still be answered, by this node or another. Answers take milliseconds; only
     * where a node has stopped between a request and its answer does anybody wait that long to be told.
     */
    static final Duration ANSWERED_WITHIN = Duration.ofSeconds(10);

    private final UnitOfWork work;
    private final Clock clock;
    private final Set<Running> running = ConcurrentHashMap.newKeySet();

    public IdempotentRequests(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /**
     * A request that may be repeated.
     *
     * @param key by which its sender knows it; another's equal key is another key
     * @param hash of all that it asks
     * @param secret whether its answer holds a secret, which is kept nowhere
     */
    public record Request(String key, String hash, boolean secret) {}

    /** How a request begins. */
    public sealed interface Start {

        /** It was carried out before, and this was its answer. */
        record Replayed(StoredAnswer answer) implements Start {}

        /**
         * It is to be carried out now.
         *
         * @param actor as whom it is to be carried out
         */
        record Begun(HouseholdId household, Actor actor, Request request) implements Start {

            private RequestClaim claim() {
                return actor.claim().orElseThrow();
            }
        }
    }

    private record Running(HouseholdId household, String sender, String key) {

        static Running of(Start.Begun begun) {
            return new Running(
                    begun.household(), begun.actor().name(), begun.request().key());
        }
    }

    /**
     * Begins to answer a request; who is told that it has begun ends it with {@link #end}, however it went.
     *
     * @param sender who asks
     * @throws RefusedException if the key was used for something else, its request is still being answered, or its answer was not kept
     */
    public Start begin(HouseholdId household, Access sender, Request request) {
        String name = sender.actor().name();
        var actor = sender.actor().by(new RequestClaim(name, request.key(), request.hash()));
        var begun = new Start.Begun(household, actor, request);
        if (!running.add(Running.of(begun))) {
            throw new RefusedException(new Refusal.StillRunning(request.key()));
        }
        try {
            Optional<StoredResponse> before = work.inOneTransaction(
                    household, notes -> stored(household, begun.claim(), notes, next(household, notes, clock)));
            if (before.isEmpty()) {
                return begun;
            }
            StoredAnswer answer = again(before.get(), request, clock.instant());
            end(begun);
            return new Start.Replayed(answer);
        } catch (RuntimeException e) {
            end(begun);
            throw e;
        }
    }

    /** Keeps the answer of a request that was carried out, for who sends it again. */
    public void keep(Start.Begun begun, StoredAnswer answer) {
        HouseholdId household = begun.household();
        RequestClaim claim = begun.claim();
        work.inOneTransaction(household, notes -> {
            CarriedAt now = next(household, notes, clock);
            CarriedAt at = claim.isNoted()
                    ? stored(household, claim, notes, now)
                            .map(StoredResponse::at)
                            .orElse(now)
                    : now;
            AnswerState state = begun.request().secret() ? new AnswerState.Withheld() : new AnswerState.Kept(answer);
            notes.stored(household, claim.sender(), claim.key(), new StoredResponse(claim.hash(), at, state));
            return at;
        });
        claim.note();
    }

    /** Ends a request that had begun, however it went. */
    public void end(Start.Begun begun) {
        running.remove(Running.of(begun));
    }

    static CarriedAt next(HouseholdId household, IdempotencyStore notes, Clock clock) {
        return notes.next(household, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    static Optional<StoredResponse> stored(
            HouseholdId household, RequestClaim claim, IdempotencyStore notes, CarriedAt now) {
        return notes.stored(household, claim.sender(), claim.key()).filter(stored -> !KEPT.forgets(stored.at(), now));
    }

    private static StoredAnswer again(StoredResponse stored, Request request, Instant now) {
        if (!stored.request().equals(request.hash())) {
            throw new RefusedException(new Refusal.KeyUsedOtherwise(request.key()));
        }
        return switch (stored.answer()) {
            case AnswerState.Kept(StoredAnswer answer) -> answer;
            case AnswerState.Withheld() -> throw new RefusedException(new Refusal.AnswerNotKept(request.key()));
            case AnswerState.Pending() ->
                throw new RefusedException(
                        isLate(stored.at(), now)
                                ? new Refusal.AnswerNotKept(request.key())
                                : new Refusal.StillRunning(request.key()));
        };
    }

    /** Clocks of nodes differ, and may jump: a time far ahead is as late as one long ago. */
    private static boolean isLate(CarriedAt carried, Instant now) {
        return Duration.between(carried.clock(), now).abs().compareTo(ANSWERED_WITHIN) >= 0;
    }
}
