package io.prorata.application.settlement;

import io.prorata.application.plan.PlanChange;
import io.prorata.application.port.Actor;
import io.prorata.application.port.Settlements;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.AuditEntry;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.port.UnitOfWork.Decision;
import io.prorata.application.request.BrokenRules;
import io.prorata.application.request.InCurrency;
import io.prorata.application.request.Precondition;
import io.prorata.domain.RefusedException;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.settlement.Settlement;
import java.util.List;
import java.util.Optional;

/** Changes a settlement. */
public final class ReviseSettlement {

    private final UnitOfWork work;

    public ReviseSettlement(UnitOfWork work) {
        this.work = work;
    }

    /**
     * @param stated what it is to say, read in the currency that the household has to have still
     * @throws RefusedException if the settlement is unknown or {@code expected} is overtaken, or the rules refuse what it would become
     */
    public Committed<PlanChange<Settlement>> revise(
            HouseholdId household, Actor actor, long id, Precondition expected, InCurrency<SettlementTerms> stated) {
        return work.write(household, actor, books -> {
            Household settings = stated.within(books.households().get(household));
            Settlements.Entry entry = SettlementRules.find(household, books, id);
            Stamp stamp = books.revisions().stampAt(household, entry.changedAt());
            expected.check(stamp);
            Settlement before = entry.settlement();
            Settlement after = BrokenRules.at("", () -> stated.thing().as(id));
            var result = new PlanChange<>(after, settings.currency(), Change.months(List.of()));
            if (after.equals(before)) {
                return Decision.unchanged(result, stamp);
            }
            SettlementRules.require(household, settings, books, after);
            books.settlements().replace(household, after);
            return new Decision<>(
                    result,
                    new Change.SettlementRevised(
                            Change.months(List.of(before.month(), after.month())), Optional.empty()),
                    AuditEntry.changed("settlement changed", before, after));
        });
    }
}
