package io.prorata.adapter.web.rendering;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.rendering.fragment.CountsJson;
import io.prorata.adapter.web.rendering.fragment.DrillDownUrls;
import io.prorata.adapter.web.rendering.fragment.SumJson;
import io.prorata.adapter.web.rendering.fragment.SummaryFiguresJson;
import io.prorata.adapter.web.rendering.fragment.ToConfirmJson;
import io.prorata.adapter.web.rendering.fragment.UnplannedJson;
import io.prorata.application.query.SlimSummaryQuery;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.plan.MonthPlan;
import io.prorata.domain.plan.MonthSummary;
import io.prorata.domain.plan.ProvisionLine;
import io.prorata.domain.provision.Progress;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The few figures of a month for a first screen, with links to all others.
 *
 * @param fromProvisions the amount paid out of provisions; absent if zero
 * @param unplanned rows that are in no total, because no item of the plan represents them; absent without such rows
 * @param toConfirm the matches to confirm; absent without matches, and if the month has too many rows for the search
 */
@Serdeable.Serializable
record SlimSummaryResponse(
        String month,
        String currency,
        SummaryFiguresJson summary,
        List<ProvisionReference> provisions,
        List<CategorySummary> categories,
        @Nullable SumJson fromProvisions,
        @Nullable UnplannedJson unplanned,
        @Nullable ToConfirmJson toConfirm,
        CountsJson counts,
        DrillDownUrls drillDownUrls) {

    @Serdeable.Serializable
    record ProvisionReference(
            long id,
            String name,
            String monthlyAmount,
            Map<String, String> shares,
            @Nullable String progressPercentage) {}

    /** @param category the category; absent for uncategorised rows */
    @Serdeable.Serializable
    record CategorySummary(@Nullable String category, String totalAmount, long transactionCount) {}

    static SlimSummaryResponse of(SlimSummaryQuery.Content view) {
        var amounts = new AmountText(view.household().currency());
        MonthSummary summary = view.summary();
        MonthPlan plan = summary.plan();
        List<MemberKey> members = plan.members();
        return new SlimSummaryResponse(
                plan.month().toString(),
                amounts.currency().getCurrencyCode(),
                SummaryFiguresJson.of(amounts, summary),
                plan.provisions().stream()
                        .map(line -> reference(amounts, members, line))
                        .toList(),
                summary.variable().stream()
                        .map(line -> new CategorySummary(
                                line.category(),
                                amounts.text(line.total()),
                                line.statistics().count()))
                        .toList(),
                SumJson.ofAny(amounts, summary.paidFromProvisions()),
                UnplannedJson.ofAny(amounts, summary),
                ToConfirmJson.ofAny(amounts, plan.month(), view.toConfirm()),
                CountsJson.of(summary),
                DrillDownUrls.of(summary));
    }

    private static ProvisionReference reference(AmountText amounts, List<MemberKey> members, ProvisionLine line) {
        return new ProvisionReference(
                line.provision().id(),
                line.provision().card().name(),
                amounts.text(line.monthly()),
                amounts.shares(members, line.shares()),
                line.progress()
                        .map(Progress::inPercent)
                        .map(BigDecimal::toPlainString)
                        .orElse(null));
    }
}
