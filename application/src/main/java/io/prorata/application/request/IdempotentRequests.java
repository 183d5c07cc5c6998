package io.prorata.application.request;

import io.prorata.application.port.IdempotencyStore;
import io.prorata.application.port.IdempotencyStore.CarriedAt;
import io.prorata.application.port.IdempotencyStore.Retention;
import io.prorata.application.port.IdempotencyStore.StoredAnswer;
import io.prorata.application.port.IdempotencyStore.StoredResponse;
import io.prorata.application.port.UnitOfWork;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.household.HouseholdId;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Carries out a request that its sender may repeat, once. Whoever sends it again under its key gets the first answer: they cannot know
 * whether their request or its answer was lost on the way.
 */
public final class IdempotentRequests {

    /** How long an answer is kept. */
    public static final Retention KEPT = new Retention(Duration.ofHours(24), 10_000);

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

    /** @param replayed whether this is the answer to the same request, given before */
    public record Answered(StoredAnswer answer, boolean replayed) {}

    private record Running(HouseholdId household, String sender, String key) {}

    /**
     * Does {@code effect} and keeps its answer in the same transaction; neither where it throws.
     *
     * @param sender who asks
     * @throws RefusedException if the key was used for something else, its request is still being answered, or its answer was secret
     */
    public Answered answer(HouseholdId household, Access sender, Request request, Supplier<StoredAnswer> effect) {
        var mine = new Running(household, sender.actor().name(), request.key());
        if (!running.add(mine)) {
            throw new RefusedException(new Refusal.StillRunning(request.key()));
        }
        try {
            return work.inOneTransaction(household, notes -> answer(household, mine, request, effect, notes));
        } finally {
            running.remove(mine);
        }
    }

    private Answered answer(
            HouseholdId household,
            Running mine,
            Request request,
            Supplier<StoredAnswer> effect,
            IdempotencyStore notes) {
        CarriedAt now = notes.next(household, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        Optional<StoredResponse> before =
                notes.stored(household, mine.sender(), mine.key()).filter(stored -> !KEPT.forgets(stored.at(), now));
        if (before.isPresent()) {
            return new Answered(again(before.get(), request), true);
        }
        StoredAnswer answer = effect.get();
        notes.forget(household, now, KEPT);
        notes.stored(
                household,
                mine.sender(),
                mine.key(),
                new StoredResponse(request.hash(), now, request.secret() ? Optional.empty() : Optional.of(answer)));
        return new Answered(answer, false);
    }

    private static StoredAnswer again(StoredResponse stored, Request request) {
        if (!stored.request().equals(request.hash())) {
            throw new RefusedException(new Refusal.KeyUsedOtherwise(request.key()));
        }
        return stored.answer().orElseThrow(() -> new RefusedException(new Refusal.AnswerNotKept(request.key())));
    }
}
