package io.prorata.adapter.web.rendering;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.rendering.fragment.SplitRatios;
import io.prorata.application.query.ProvisionsQuery;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.plan.MonthPlan;
import io.prorata.domain.plan.ProvisionLine;
import io.prorata.domain.provision.Progress;
import io.prorata.domain.split.Shares;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The amount of each provision of a month, and its base. */
@Serdeable.Serializable
record ProvisionsResponse(
        String month,
        String currency,
        @Nullable Long configId,
        BaseCalculations baseCalculations,
        List<CalculatedProvision> provisions,
        Totals totals) {

    @Serdeable.Serializable
    record BaseCalculations(
            Map<String, String> netRevenues,
            Map<String, SplitRatios.SplitRatio> splitRatios,
            String splitBasis,
            String totalNet) {}

    /**
     * One provision.
     *
     * @param keyInstead whether the household's key is used because no member of the line's own split is present
     * @param ended whether it has ended and is shown because it is not empty; then its amount is zero
     */
    @Serdeable.Serializable
    record CalculatedProvision(
            long id,
            String name,
            String monthlyAmount,
            Map<String, String> shares,
            boolean keyInstead,
            @Nullable String progressPercentage,
            boolean ended) {}

    @Serdeable.Serializable
    record Totals(String monthlyAmount, Map<String, String> shares) {}

    static ProvisionsResponse of(ProvisionsQuery.Content view) {
        var amounts = new AmountText(view.household().currency());
        MonthPlan plan = view.plan();
        List<MemberKey> members = plan.members();
        return new ProvisionsResponse(
                plan.month().toString(),
                amounts.currency().getCurrencyCode(),
                plan.config().map(config -> config.id()).orElse(null),
                new BaseCalculations(
                        amounts.shares(members, new Shares(plan.nets())),
                        SplitRatios.of(plan),
                        plan.key().basis().name().toLowerCase(Locale.ROOT),
                        amounts.text(plan.totalNet())),
                plan.shownProvisions().stream()
                        .map(line -> provision(amounts, members, line))
                        .toList(),
                new Totals(amounts.text(plan.totalProvisions()), amounts.shares(members, plan.provisionShares())));
    }

    private static CalculatedProvision provision(AmountText amounts, List<MemberKey> members, ProvisionLine line) {
        return new CalculatedProvision(
                line.provision().id(),
                line.provision().card().name(),
                amounts.text(line.monthly()),
                amounts.shares(members, line.shares()),
                line.keyInstead(),
                line.progress()
                        .map(Progress::inPercent)
                        .map(BigDecimal::toPlainString)
                        .orElse(null),
                line.ended());
    }
}
