package io.prorata.application.cache;

import io.prorata.application.port.Actor;
import io.prorata.application.port.Books;
import io.prorata.application.port.IdempotencyStore;
import io.prorata.application.port.Ledger;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.AuditEntry;
import io.prorata.application.view.Revision;
import io.prorata.domain.household.HouseholdId;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/** A unit of work that reports each write to the warmer. */
public final class NotifyingUnitOfWork implements UnitOfWork {

    private final UnitOfWork door;
    private final Warmer warmer;

    public NotifyingUnitOfWork(UnitOfWork door, Warmer warmer) {
        this.door = door;
        this.warmer = warmer;
    }

    @Override
    public <T> Committed<T> write(HouseholdId household, Actor actor, Function<Books, Decision<T>> work) {
        var outcome = new AtomicReference<Outcome>();
        Committed<T> committed = door.write(household, actor, books -> {
            Decision<T> decision = work.apply(books);
            outcome.set(decision.outcome());
            return decision;
        });
        if (outcome.get() instanceof Outcome.Done done) {
            warmer.changed(household, done.change().stale());
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
