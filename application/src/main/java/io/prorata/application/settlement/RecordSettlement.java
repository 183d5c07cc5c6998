package io.prorata.application.settlement;

import io.prorata.application.account.SettleSince;
import io.prorata.application.plan.PlanChange;
import io.prorata.application.port.Actor;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.AuditEntry;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.port.UnitOfWork.Decision;
import io.prorata.application.request.BrokenRules;
import io.prorata.application.request.InCurrency;
import io.prorata.domain.RefusedException;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.settlement.Settlement;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** Enters a settlement. */
public final class RecordSettlement {

    private final UnitOfWork work;

    public RecordSettlement(UnitOfWork work) {
        this.work = work;
    }

    /**
     * @param stated the settlement, read in the currency that the household has to have still
     * @throws RefusedException if a party is unknown, a row is not there, or it is with a pot that is not there
     */
    public Committed<PlanChange<Settlement>> record(
            HouseholdId household, Actor actor, InCurrency<SettlementTerms> stated) {
        return work.write(household, actor, books -> {
            Household settings = stated.within(books.households().get(household));
            SettlementTerms terms = stated.thing();
            long id = books.settlements().nextId(household);
            Settlement settlement = BrokenRules.at("", () -> terms.as(id));
            SettlementRules.require(household, settings, books, settlement);
            books.settlements().add(household, settlement);
            Optional<YearMonth> since = SettleSince.setOnce(household, books, settlement.month());
            return new Decision<>(
                    new PlanChange<>(settlement, settings.currency(), Change.months(List.of())),
                    new Change.SettlementRevised(Change.months(List.of(settlement.month())), since),
                    AuditEntry.added("settlement recorded", settlement));
        });
    }
}
