package io.prorata.adapter.web.plan;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.expense.FixedTerms;
import io.prorata.domain.time.Timeline;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A bill with all its terms.
 *
 * @param id absent in a dry run, which stores nothing
 * @param from the first month in which it is in force
 * @param until the last month in which it is in force; absent without an end
 */
@Serdeable.Serializable
record FixedExpenseResponse(
        @Nullable Long id,
        String label,
        String category,
        String paidFromCategory,
        String currency,
        String from,
        @Nullable String until,
        List<TermsResponse> timeline) {

    /**
     * The terms from a month on.
     *
     * @param ended whether it has ended; then the other fields are absent
     * @param dueMonth a month in which it is due; absent if not stated
     */
    @Serdeable.Serializable
    record TermsResponse(
            String from,
            boolean ended,
            @Nullable String amount,
            @Nullable String frequency,
            @Nullable String dueMonth,
            @Nullable Map<String, Object> split) {

        static TermsResponse of(Timeline.Entry<FixedTerms> entry, AmountText amounts) {
            String from = entry.from().toString();
            return entry.terms()
                    .map(terms -> new TermsResponse(
                            from,
                            false,
                            amounts.text(terms.amount()),
                            terms.frequency().name().toLowerCase(Locale.ROOT),
                            terms.due().map(YearMonth::toString).orElse(null),
                            SplitJson.write(terms.split())))
                    .orElseGet(() -> new TermsResponse(from, true, null, null, null, null));
        }
    }

    /** All terms, each with its first month. */
    @Serdeable.Serializable
    record TimelineResponse(List<TermsResponse> timeline) {}

    static FixedExpenseResponse of(FixedExpense expense, AmountText amounts) {
        List<Timeline.Entry<FixedTerms>> entries = expense.terms().entries();
        return new FixedExpenseResponse(
                expense.id() == 0 ? null : expense.id(),
                expense.label(),
                expense.category(),
                expense.paidBy(),
                amounts.currency().getCurrencyCode(),
                entries.getFirst().from().toString(),
                Until.of(expense.terms()),
                entries.stream().map(entry -> TermsResponse.of(entry, amounts)).toList());
    }
}
