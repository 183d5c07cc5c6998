package io.prorata.adapter.web.settings;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.Amounts;
import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.expense.FixedTerms;
import io.prorata.domain.time.Timeline;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A bill with its first terms.
 *
 * @param until the last month in which it holds
 */
@Serdeable.Serializable
record FixedExpenseResponse(
        long id,
        String label,
        String category,
        String paidBy,
        String currency,
        String amount,
        String frequency,
        Map<String, Object> split,
        String from,
        @Nullable String until) {

    static FixedExpenseResponse of(FixedExpense expense, Amounts amounts) {
        Timeline.Entry<FixedTerms> first = expense.terms().entries().get(0);
        FixedTerms terms = first.terms().orElseThrow();
        return new FixedExpenseResponse(
                expense.id(),
                expense.label(),
                expense.category(),
                expense.paidBy(),
                amounts.currency().getCurrencyCode(),
                amounts.text(terms.amount()),
                terms.frequency().name().toLowerCase(Locale.ROOT),
                SplitJson.write(terms.split()),
                first.from().toString(),
                Until.of(expense.terms()));
    }
}
