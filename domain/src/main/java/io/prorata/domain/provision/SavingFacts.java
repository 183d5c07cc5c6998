package io.prorata.domain.provision;

import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.GroupTotal;
import io.prorata.domain.ledger.MonthFacts;
import io.prorata.domain.money.Money;
import java.time.YearMonth;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of a provision within one month, as six sums, none set off against another (formula 17). None is negative.
 *
 * @param contributed by hand
 * @param withdrawn by hand
 * @param putIn by PROVISION rows that name the provision
 * @param broughtBack by PROVISION rows that name it
 * @param paidOut by FIXED and VARIABLE rows that name it
 * @param refunded by FIXED and VARIABLE rows that name it
 * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f17">Formula 17, provisions that land</a>
 */
public record SavingFacts(
        Money contributed, Money withdrawn, Money putIn, Money broughtBack, Money paidOut, Money refunded) {

    /** Nothing happened. */
    public static final SavingFacts NONE =
            new SavingFacts(Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO);

    /** Returns the sums of both. */
    public SavingFacts plus(SavingFacts other) {
        return new SavingFacts(
                contributed.plus(other.contributed),
                withdrawn.plus(other.withdrawn),
                putIn.plus(other.putIn),
                broughtBack.plus(other.broughtBack),
                paidOut.plus(other.paidOut),
                refunded.plus(other.refunded));
    }

    /** Returns the facts of one movement. */
    public static SavingFacts of(Movement movement) {
        Money amount = movement.amount();
        return amount.isNegative()
                ? new SavingFacts(Money.ZERO, amount.negated(), Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO)
                : new SavingFacts(amount, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO);
    }

    /** Returns the facts of one PROVISION row, with the bank's sign: what leaves the account is put in. */
    public static SavingFacts ofProvisionRow(Money signed) {
        return signed.isNegative()
                ? new SavingFacts(Money.ZERO, Money.ZERO, signed.negated(), Money.ZERO, Money.ZERO, Money.ZERO)
                : new SavingFacts(Money.ZERO, Money.ZERO, Money.ZERO, signed, Money.ZERO, Money.ZERO);
    }

    /** Returns the facts of one FIXED or VARIABLE row, with the bank's sign: what leaves the account is paid out of the provision. */
    public static SavingFacts ofPaidRow(Money signed) {
        return signed.isNegative()
                ? new SavingFacts(Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, signed.negated(), Money.ZERO)
                : new SavingFacts(Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, signed);
    }

    /** Returns what the rows of {@code months} that name a provision come to, by month; of a month without any there is nothing. */
    public static SortedMap<YearMonth, SavingFacts> ofRows(long provision, Map<YearMonth, MonthFacts> months) {
        SortedMap<YearMonth, SavingFacts> rows = new TreeMap<>();
        months.forEach((month, facts) -> facts.groups().stream()
                .filter(group -> group.attribution()
                        .provision()
                        .filter(id -> id == provision)
                        .isPresent())
                .forEach(group -> rows.merge(month, of(group), SavingFacts::plus)));
        return rows;
    }

    /** Returns the facts of a group of rows that name a provision, all of one sign. */
    public static SavingFacts of(GroupTotal group) {
        return group.type() == ExpenseType.PROVISION ? ofProvisionRow(group.signed()) : ofPaidRow(group.signed());
    }

    /** Returns what all of it adds to a balance. */
    public Money net() {
        return contributed
                .minus(withdrawn)
                .plus(putIn)
                .minus(broughtBack)
                .minus(paidOut)
                .plus(refunded);
    }
}
