package io.prorata.adapter.web.budget;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.plan.SplitJson;
import io.prorata.adapter.web.plan.Until;
import io.prorata.domain.plan.Budget;
import io.prorata.domain.plan.BudgetTerms;
import io.prorata.domain.time.Timeline;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A budget with all its terms.
 *
 * @param id absent in a dry run, which stores nothing
 * @param from the first month in which it is in force
 * @param until the last month in which it is in force; absent without an end
 */
@Serdeable.Serializable
record BudgetResponse(
        @Nullable Long id,
        String category,
        String currency,
        String from,
        @Nullable String until,
        List<TermsResponse> timeline) {

    /**
     * The terms from a month on.
     *
     * @param ended whether it has ended; then the other fields are absent
     * @param amount the amount of one month
     */
    @Serdeable.Serializable
    record TermsResponse(
            String from,
            boolean ended,
            @Nullable String amount,
            @Nullable Map<String, Object> split) {

        static TermsResponse of(Timeline.Entry<BudgetTerms> entry, AmountText amounts) {
            String from = entry.from().toString();
            return entry.terms()
                    .map(terms -> new TermsResponse(
                            from, false, amounts.text(terms.amount()), SplitJson.write(terms.split())))
                    .orElseGet(() -> new TermsResponse(from, true, null, null));
        }
    }

    /** All terms, each with its first month. */
    @Serdeable.Serializable
    record TimelineResponse(List<TermsResponse> timeline) {}

    static BudgetResponse of(Budget budget, AmountText amounts) {
        return new BudgetResponse(
                budget.id() == 0 ? null : budget.id(),
                budget.category(),
                amounts.currency().getCurrencyCode(),
                budget.firstMonth().toString(),
                Until.of(budget.terms()),
                budget.terms().entries().stream()
                        .map(entry -> TermsResponse.of(entry, amounts))
                        .toList());
    }
}
