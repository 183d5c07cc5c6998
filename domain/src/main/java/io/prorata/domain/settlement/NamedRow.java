package io.prorata.domain.settlement;

import io.prorata.domain.account.Accounts;
import io.prorata.domain.household.Party;
import io.prorata.domain.ledger.GroupKey;
import io.prorata.domain.ledger.MoneySource;
import java.time.YearMonth;
import java.util.Optional;

/**
 * A row that a settlement names.
 *
 * @param month of the row
 * @param excluded whether the row is in no sum
 */
public record NamedRow(long id, YearMonth month, GroupKey key, boolean excluded) {

    /**
     * Returns whether the row counts as put into the pot by a member (formula 15): then the settlement that names it counts nowhere.
     *
     * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f15">Formula 15, what each still has to pay</a>
     */
    public boolean isPut(Accounts accounts) {
        return !excluded
                && key.attribution().common()
                && !key.type().isOutgoing()
                && key.attribution()
                        .source()
                        .filter(MoneySource.One.class::isInstance)
                        .isPresent()
                && accounts.payer(key, month).equals(Optional.of(Party.POT));
    }
}
