package io.prorata.application.provision;

import io.prorata.application.port.Actor;
import io.prorata.application.port.AuditEntry;
import io.prorata.application.port.Plans.Moved;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.port.UnitOfWork.Decision;
import io.prorata.application.request.InCurrency;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.provision.Movement;
import java.time.YearMonth;
import java.util.Currency;
import java.util.function.Function;

/** Notes that money was put into a provision or taken out of it: a dated fact, which may lie in a month that is over. */
public final class MoveProvision {

    private final UnitOfWork work;

    public MoveProvision(UnitOfWork work) {
        this.work = work;
    }

    /** What the audit keeps of it. */
    private record Noted(long provisionId, Moved moved) {}

    /**
     * @param stated the movement, read in the currency that the household has inside the write
     * @throws RefusedException if the household has no such provision
     */
    public Committed<InCurrency<Moved>> move(
            HouseholdId household, Actor actor, long id, Function<Currency, Movement> stated) {
        return work.write(household, actor, books -> {
            Currency currency = books.households().get(household).currency();
            if (books.plans().provision(household, id).isEmpty()) {
                throw new RefusedException(new Refusal.UnknownProvision(id));
            }
            Movement movement = stated.apply(currency);
            Moved moved = books.plans().move(household, id, movement);
            return new Decision<>(
                    new InCurrency<>(moved, currency),
                    new Change.ProvisionMoved(YearMonth.from(movement.date())),
                    AuditEntry.added("provision moved", new Noted(id, moved)));
        });
    }
}
