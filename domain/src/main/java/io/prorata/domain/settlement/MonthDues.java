package io.prorata.domain.settlement;

import io.prorata.domain.household.MemberKey;
import io.prorata.domain.ledger.Statistics;
import io.prorata.domain.money.Money;
import java.time.YearMonth;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The dues of all members for one month (formula 15).
 *
 * @param hasPot whether there is a pot that month
 * @param members in order, present that month or not
 * @param potPaid what the pot itself paid for the household
 * @param payerUnknown common FIXED, VARIABLE and PROVISION rows whose payer is unknown: they are in no share and in no member's paid amount
 * @param toConfirm INCOME rows of the pot that name nobody: in no due until a person says whose they are
 * @param pooledLeft the rest of common incomes, which carries over to the next month; zero without a pot
 * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f15">Formula 15, what each still has to
 *     pay</a>
 */
public record MonthDues(
        YearMonth month,
        boolean hasPot,
        Map<MemberKey, MemberDue> members,
        Money potPaid,
        Statistics payerUnknown,
        Statistics toConfirm,
        Money pooledLeft) {

    /** Takes a copy of the members. */
    public MonthDues {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /** Returns what the pot has to pay: the negative sum of the members' dues; zero without a pot. */
    public Money potDue() {
        return hasPot
                ? members.values().stream()
                        .map(MemberDue::due)
                        .reduce(Money.ZERO, Money::plus)
                        .negated()
                : Money.ZERO;
    }
}
