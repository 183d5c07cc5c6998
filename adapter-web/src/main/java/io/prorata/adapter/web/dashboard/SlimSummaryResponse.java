package io.prorata.adapter.web.dashboard;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.Amounts;
import io.prorata.application.port.View;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.plan.MonthPlan;
import io.prorata.domain.plan.MonthSummary;
import io.prorata.domain.plan.ProvisionLine;
import io.prorata.domain.plan.VariableLine;
import io.prorata.domain.provision.Progress;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The month in the few figures that a first screen needs; all else is behind its links. */
@Serdeable.Serializable
record SlimSummaryResponse(
        String month,
        String currency,
        Summary summary,
        List<ProvisionReference> provisions,
        List<CategorySummary> categories,
        Counts counts,
        DrillDownUrls drillDownUrls) {

    @Serdeable.Serializable
    record Summary(
            String totalExpenses,
            String totalProvisions,
            String totalFixed,
            String totalVariable,
            Map<String, String> memberTotals,
            String netIncome,
            String netAvailable,
            String splitBasis) {}

    @Serdeable.Serializable
    record ProvisionReference(
            long id,
            String name,
            String monthlyAmount,
            Map<String, String> shares,
            @Nullable String progressPercentage) {}

    /** @param category absent for the uncategorised */
    @Serdeable.Serializable
    record CategorySummary(@Nullable String category, String totalAmount, long transactionCount) {}

    @Serdeable.Serializable
    record Counts(long provisions, long fixedExpenses, long transactions) {}

    @Serdeable.Serializable
    record DrillDownUrls(String provisions, Map<String, String> categories) {}

    static SlimSummaryResponse of(View.SlimSummary view) {
        var amounts = new Amounts(view.household().currency());
        MonthSummary summary = view.summary();
        MonthPlan plan = summary.plan();
        List<MemberKey> members = plan.members();
        return new SlimSummaryResponse(
                plan.month().toString(),
                amounts.currency().getCurrencyCode(),
                new Summary(
                        amounts.text(summary.totalExpenses()),
                        amounts.text(plan.totalProvisions()),
                        amounts.text(plan.totalFixed()),
                        amounts.text(summary.totalVariable()),
                        amounts.shares(members, summary.memberTotals()),
                        amounts.text(plan.totalNet()),
                        amounts.text(summary.netAvailable()),
                        plan.key().basis().name().toLowerCase(Locale.ROOT)),
                plan.provisions().stream()
                        .map(line -> reference(amounts, members, line))
                        .toList(),
                summary.variable().stream()
                        .map(line -> new CategorySummary(
                                line.category(),
                                amounts.text(line.total()),
                                line.statistics().count()))
                        .toList(),
                new Counts(
                        plan.provisions().size(),
                        plan.fixed().size(),
                        summary.facts().count()),
                urls(summary));
    }

    private static ProvisionReference reference(Amounts amounts, List<MemberKey> members, ProvisionLine line) {
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

    private static DrillDownUrls urls(MonthSummary summary) {
        var month = summary.plan().month();
        Map<String, String> categories = new LinkedHashMap<>();
        for (VariableLine line : summary.variable()) {
            if (line.category() != null) {
                categories.put(line.category(), Links.category(line.category(), month));
            }
        }
        return new DrillDownUrls(Links.provisions(month), categories);
    }
}
