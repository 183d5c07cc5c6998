package io.prorata.application.ledger;

import io.prorata.domain.account.Accounts;
import io.prorata.domain.household.Party;
import io.prorata.domain.ledger.GroupKey;
import io.prorata.domain.ledger.Transaction;
import java.util.Optional;

/** Rows that the pot has paid, and that are no business of the household any more: nobody owes them. */
final class OwedByNobody {

    private OwedByNobody() {}

    /** Returns whether a change of a row has this outcome. */
    static boolean after(Accounts accounts, Transaction before, Transaction after) {
        return before.attribution().common()
                && !after.attribution().common()
                && accounts.payer(GroupKey.of(after), after.month()).equals(Optional.of(Party.POT));
    }
}
