package io.prorata.domain.derivation;

import io.prorata.domain.account.Accounts;
import io.prorata.domain.household.Party;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.GroupKey;
import io.prorata.domain.ledger.MoneySource;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What rows say of who paid and who put what (formula 15).
 *
 * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f15">Formula 15, what each still has to pay</a>
 */
final class PayerSteps {

    private static final Set<ExpenseType> SPENT =
            EnumSet.of(ExpenseType.FIXED, ExpenseType.VARIABLE, ExpenseType.PROVISION);
    private static final Set<ExpenseType> RECEIVED = EnumSet.of(ExpenseType.INCOME, ExpenseType.TRANSFER);

    private final YearMonth month;
    private final Accounts accounts;
    private final RowSteps rows;

    PayerSteps(YearMonth month, Accounts accounts, RowSteps rows) {
        this.month = month;
        this.accounts = accounts;
        this.rows = rows;
    }

    /** Narrows a selection down to rows that are paid by whom rows of {@code key} are: as they state, or by the owner of their account. */
    static RowSelection paidAs(RowSelection selection, GroupKey key) {
        RowSelection stated = selection.payer(key.attribution().payer());
        return key.attribution().payer().isPresent() ? stated : stated.account(Optional.ofNullable(key.account()));
    }

    /** What a party paid for the household. Without a pot nobody holds what is put aside. */
    Step paid(Party payer) {
        Set<ExpenseType> types = accounts.hasPot(month) ? SPENT : RowSteps.PAID;
        return by(types, Optional.of(payer));
    }

    /** Rows whose payer is unknown. */
    Step payerUnknown() {
        return by(SPENT, Optional.empty());
    }

    private Step by(Set<ExpenseType> types, Optional<Party> payer) {
        return rows.of(
                group -> group.attribution().common()
                        && types.contains(group.type())
                        && accounts.payer(group.key(), month).equals(payer),
                key -> paidAs(RowSelection.of(month, types), key));
    }

    /** What came into the pot from there. */
    Step received(MoneySource source) {
        return received(RECEIVED, Optional.of(source));
    }

    /** Incomes of the pot that name nobody. */
    Step toConfirm() {
        return received(Set.of(ExpenseType.INCOME), Optional.empty());
    }

    private Step received(Set<ExpenseType> types, Optional<MoneySource> source) {
        return rows.of(
                group -> group.attribution().common()
                        && types.contains(group.type())
                        && group.attribution().source().equals(source)
                        && accounts.payer(group.key(), month).equals(Optional.of(Party.POT)),
                key -> paidAs(RowSelection.of(month, types).source(source), key));
    }
}
