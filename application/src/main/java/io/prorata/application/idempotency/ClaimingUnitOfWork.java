package io.prorata.application.idempotency;

import io.prorata.application.port.Actor;
import io.prorata.application.port.Books;
import io.prorata.application.port.IdempotencyStore;
import io.prorata.application.port.IdempotencyStore.AnswerState;
import io.prorata.application.port.IdempotencyStore.CarriedAt;
import io.prorata.application.port.IdempotencyStore.RequestClaim;
import io.prorata.application.port.IdempotencyStore.StoredResponse;
import io.prorata.application.port.Ledger;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.view.Revision;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.household.HouseholdId;
import java.time.Clock;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/** Notes of a request that may be repeated that it was carried out, in the transaction of its first write: both are kept, or neither. */
public final class ClaimingUnitOfWork implements UnitOfWork {

    private final UnitOfWork door;
    private final Clock clock;

    public ClaimingUnitOfWork(UnitOfWork door, Clock clock) {
        this.door = door;
        this.clock = clock;
    }

    @Override
    public <T> Committed<T> write(HouseholdId household, Actor actor, Function<Books, Decision<T>> work) {
        Optional<RequestClaim> claim = actor.claim().filter(unnoted -> !unnoted.isNoted());
        if (claim.isEmpty()) {
            return door.write(household, actor, work);
        }
        Committed<T> committed = door.inOneTransaction(household, notes -> {
            note(household, claim.get(), notes);
            return door.write(household, actor, work);
        });
        claim.get().note();
        return committed;
    }

    /** @throws RefusedException if another process has carried out a request under this key meanwhile */
    private void note(HouseholdId household, RequestClaim claim, IdempotencyStore notes) {
        CarriedAt now = IdempotentRequests.next(household, notes, clock);
        Optional<StoredResponse> before = IdempotentRequests.stored(household, claim, notes, now);
        if (before.isPresent()) {
            throw new RefusedException(
                    before.get().request().equals(claim.hash())
                            ? new Refusal.StillRunning(claim.key())
                            : new Refusal.KeyUsedOtherwise(claim.key()));
        }
        notes.forget(household, now, IdempotentRequests.KEPT);
        notes.stored(
                household,
                claim.sender(),
                claim.key(),
                new StoredResponse(claim.hash(), now, new AnswerState.Pending()));
    }

    @Override
    public Ledger.Staged stage(HouseholdId household, Revision after) {
        return door.stage(household, after);
    }

    @Override
    public <T> T read(HouseholdId household, Function<Books, T> work) {
        return door.read(household, work);
    }

    @Override
    public <T> T inOneTransaction(HouseholdId household, Function<IdempotencyStore, T> work) {
        return door.inOneTransaction(household, work);
    }

    @Override
    public Committed<HouseholdId> found(Actor actor, BiFunction<Books, HouseholdId, AuditEntry> work) {
        return door.found(actor, work);
    }

    @Override
    public void remove(HouseholdId household, Consumer<Books> check) {
        door.remove(household, check);
    }
}
