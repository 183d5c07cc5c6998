package io.prorata.application.settlement;

import io.prorata.application.plan.MemberCheck;
import io.prorata.application.port.Books;
import io.prorata.application.port.Settlements;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.household.Party;
import io.prorata.domain.settlement.Settlement;

/** What a settlement has to meet beside its own rules. */
final class SettlementRules {

    private SettlementRules() {}

    /** @throws RefusedException if the household has no such settlement */
    static Settlements.Entry find(HouseholdId household, Books books, long id) {
        return books.settlements()
                .find(household, id)
                .orElseThrow(() -> new RefusedException(new Refusal.UnknownSettlement(id)));
    }

    /** @throws RefusedException if a party is unknown, a row is not there, or the pot is not there in the month */
    static void require(HouseholdId household, Household settings, Books books, Settlement settlement) {
        member(settings, settlement.from(), "/from");
        member(settings, settlement.to(), "/to");
        if (settlement.isWithPot() && !books.plans().accounts(household).hasPot(settlement.month())) {
            throw new RefusedException(new Refusal.BrokenRule(
                    settlement.from().equals(Party.POT) ? "/from" : "/to", "there is no pot in " + settlement.month()));
        }
        for (long row : settlement.rows()) {
            if (books.ledger().find(household, row).isEmpty()) {
                throw new RefusedException(new Refusal.BrokenRule("/transactions", "no transaction has the id " + row));
            }
        }
    }

    private static void member(Household settings, Party party, String where) {
        if (party instanceof Party.One one) {
            MemberCheck.require(settings, one.member(), where);
        }
    }
}
