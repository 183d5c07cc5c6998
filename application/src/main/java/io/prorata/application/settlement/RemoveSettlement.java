package io.prorata.application.settlement;

import io.prorata.application.port.Actor;
import io.prorata.application.port.Settlements;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.AuditEntry;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.port.UnitOfWork.Decision;
import io.prorata.application.request.Precondition;
import io.prorata.domain.RefusedException;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.settlement.Settlement;
import java.util.List;
import java.util.Optional;

/** Removes a settlement, as if it had never been entered. */
public final class RemoveSettlement {

    private final UnitOfWork work;

    public RemoveSettlement(UnitOfWork work) {
        this.work = work;
    }

    /** @throws RefusedException if the settlement is unknown or {@code expected} is overtaken */
    public Committed<Settlement> remove(HouseholdId household, Actor actor, long id, Precondition expected) {
        return work.write(household, actor, books -> {
            Settlements.Entry entry = SettlementRules.find(household, books, id);
            expected.check(books.revisions().stampAt(household, entry.changedAt()));
            Settlement settlement = entry.settlement();
            books.settlements().remove(household, id);
            return new Decision<>(
                    settlement,
                    new Change.SettlementRevised(Change.months(List.of(settlement.month())), Optional.empty()),
                    AuditEntry.removed("settlement removed", settlement));
        });
    }
}
