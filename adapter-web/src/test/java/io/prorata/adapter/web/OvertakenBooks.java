package io.prorata.adapter.web;

import io.prorata.application.port.Actor;
import io.prorata.application.port.Books;
import io.prorata.application.port.IdempotencyStore;
import io.prorata.application.port.Ledger;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.AuditEntry;
import io.prorata.application.view.Revision;
import io.prorata.domain.household.HouseholdId;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/** Books in which somebody else writes just before the next write, once. */
record OvertakenBooks(UnitOfWork books, AtomicReference<Runnable> overtaking) implements UnitOfWork {

    @Override
    public <T> Committed<T> write(HouseholdId household, Actor actor, Function<Books, Decision<T>> work) {
        Optional.ofNullable(overtaking.getAndSet(null)).ifPresent(Runnable::run);
        return books.write(household, actor, work);
    }

    @Override
    public Ledger.Staged stage(HouseholdId household, Revision after) {
        return books.stage(household, after);
    }

    @Override
    public <T> T read(HouseholdId household, Function<Books, T> work) {
        return books.read(household, work);
    }

    @Override
    public <T> T inOneTransaction(HouseholdId household, Function<IdempotencyStore, T> work) {
        return books.inOneTransaction(household, work);
    }

    @Override
    public Committed<HouseholdId> found(Actor actor, BiFunction<Books, HouseholdId, AuditEntry> work) {
        return books.found(actor, work);
    }

    @Override
    public void remove(HouseholdId household, Consumer<Books> check) {
        books.remove(household, check);
    }
}
