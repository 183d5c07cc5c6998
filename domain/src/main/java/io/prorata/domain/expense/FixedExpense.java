package io.prorata.domain.expense;

import io.prorata.domain.money.Money;
import io.prorata.domain.naming.Naming;
import io.prorata.domain.time.Timeline;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/**
 * A bill that comes back: a plan, beside which the transactions that pay it are shown.
 *
 * @param paidBy the category of the transactions that pay it, compared without case; usually its own
 */
public record FixedExpense(long id, String label, String category, String paidBy, Timeline<FixedTerms> terms) {

    /** Refuses what is no name with an {@link IllegalArgumentException}. */
    public FixedExpense {
        label = Naming.name(label);
        category = Naming.name(category);
        paidBy = Naming.name(paidBy);
    }

    /**
     * Returns what {@code month} carries of this bill (formula 4): zero before its first month and where it has ended. The months
     * of a cycle are counted through changes of amount and start anew only where the frequency changes.
     */
    public Money partOf(YearMonth month) {
        return terms.since(month, FixedTerms::frequency)
                .map(since -> {
                    FixedTerms now = terms.at(month).orElseThrow();
                    return now.frequency().partOf(now.amount(), ChronoUnit.MONTHS.between(since, month));
                })
                .orElse(Money.ZERO);
    }
}
