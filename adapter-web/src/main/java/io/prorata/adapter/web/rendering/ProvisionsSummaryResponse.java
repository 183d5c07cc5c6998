package io.prorata.adapter.web.rendering;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.json.Warning;
import io.prorata.adapter.web.rendering.fragment.Percentages;
import io.prorata.application.query.ProvisionsSummaryQuery;
import io.prorata.domain.plan.ProvisionTotals;
import io.prorata.domain.plan.Savings;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The totals of a month's provisions, without the single provisions. */
@Serdeable.Serializable
record ProvisionsSummaryResponse(
        String month,
        String currency,
        Counts counts,
        SavingsResponse.Totals totals,
        List<Group> categories,
        List<Warning> warnings) {

    /**
     * The numbers of provisions.
     *
     * @param provisions all provisions shown
     * @param withTarget those in force with a target
     * @param withoutTarget those in force without one
     * @param ended those that have ended and are not empty yet
     */
    @Serdeable.Serializable
    record Counts(long provisions, long withTarget, long withoutTarget, long ended) {}

    /** @param category the category; absent for provisions without one */
    @Serdeable.Serializable
    record Group(
            @Nullable String category,
            long count,
            String monthlyAmount,
            Map<String, String> shares,
            String totalTarget,
            String totalBalance,
            @Nullable String progressPercentage) {}

    static ProvisionsSummaryResponse of(ProvisionsSummaryQuery.Content view) {
        var amounts = new AmountText(view.household().currency());
        Savings savings = view.savings();
        ProvisionTotals totals = savings.totals();
        return new ProvisionsSummaryResponse(
                savings.plan().month().toString(),
                amounts.currency().getCurrencyCode(),
                new Counts(
                        totals.count(),
                        totals.withTarget(),
                        totals.count() - totals.withTarget() - totals.ended(),
                        totals.ended()),
                SavingsResponse.Totals.of(amounts, savings),
                savings.groups().stream()
                        .map(group -> new Group(
                                group.category(),
                                group.totals().count(),
                                amounts.text(group.totals().monthly()),
                                amounts.shares(
                                        savings.plan().members(), group.totals().shares()),
                                amounts.text(group.totals().target()),
                                amounts.text(group.totals().balance()),
                                Percentages.progress(group.totals().progress())))
                        .toList(),
                SavingsResponse.warnings(amounts, savings));
    }
}
