package io.prorata.bootstrap.freshness;

import io.prorata.application.port.Actor;
import io.prorata.application.port.Books;
import io.prorata.application.port.IdempotencyStore;
import io.prorata.application.port.Ledger;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.AuditEntry;
import io.prorata.application.view.Revision;
import io.prorata.domain.household.HouseholdId;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The one door, as one person uses it: knows which revision their last write has made. */
final class Noted implements UnitOfWork {

    private final UnitOfWork door;
    private @Nullable Outcome decided;
    private long made;

    Noted(UnitOfWork door) {
        this.door = door;
    }

    /** Does {@code action} and returns the revision it has made, 0 if it changed nothing. */
    long made(Action action, HouseholdId household) {
        made = 0;
        action.on(this, household);
        return made;
    }

    @Override
    public <T> Committed<T> write(HouseholdId household, Actor actor, Function<Books, Decision<T>> work) {
        Committed<T> committed = door.write(household, actor, books -> {
            Decision<T> decision = work.apply(books);
            decided = decision.outcome();
            return decision;
        });
        if (decided instanceof Outcome.Done) {
            made = committed.revision().number();
        }
        return committed;
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
