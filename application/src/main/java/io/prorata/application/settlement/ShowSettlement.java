package io.prorata.application.settlement;

import io.prorata.application.port.Settlements;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.request.ReadResult;
import io.prorata.domain.RefusedException;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.settlement.Settlement;

/** Shows one settlement. */
public final class ShowSettlement {

    private final UnitOfWork work;

    public ShowSettlement(UnitOfWork work) {
        this.work = work;
    }

    /** @throws RefusedException if the household has no such settlement */
    public ReadResult<Settlement> show(HouseholdId household, long id) {
        return work.read(household, books -> {
            Settlements.Entry entry = SettlementRules.find(household, books, id);
            return ReadResult.of(
                    books, household, entry.settlement(), books.revisions().stampAt(household, entry.changedAt()));
        });
    }
}
