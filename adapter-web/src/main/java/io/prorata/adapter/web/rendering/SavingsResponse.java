package io.prorata.adapter.web.rendering;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.rendering.fragment.LinesJson;
import io.prorata.adapter.web.rendering.fragment.Percentages;
import io.prorata.application.view.View;
import io.prorata.domain.plan.ProvisionTotals;
import io.prorata.domain.plan.Savings;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The provisions of a month by category. */
@Serdeable.Serializable
record SavingsResponse(String month, String currency, List<Group> categories, Totals totals) {

    /** @param category absent for those without */
    @Serdeable.Serializable
    record Group(
            @Nullable String category,
            String monthlyAmount,
            Map<String, String> shares,
            String totalTarget,
            String totalBalance,
            @Nullable String progressPercentage,
            List<LinesJson.SavedLine> provisions) {}

    /**
     * All of them together.
     *
     * @param progressPercentage of those with a target: their balance beside the sum of their targets
     */
    @Serdeable.Serializable
    record Totals(
            long count,
            String monthlyAmount,
            Map<String, String> shares,
            String totalTarget,
            String totalBalance,
            String targetedBalance,
            @Nullable String progressPercentage) {

        static Totals of(AmountText amounts, Savings savings) {
            ProvisionTotals totals = savings.totals();
            return new Totals(
                    totals.count(),
                    amounts.text(totals.monthly()),
                    amounts.shares(savings.plan().members(), totals.shares()),
                    amounts.text(totals.target()),
                    amounts.text(totals.balance()),
                    amounts.text(totals.targetedBalance()),
                    Percentages.progress(totals.progress()));
        }
    }

    static SavingsResponse of(View.SavingsByCategory view) {
        var amounts = new AmountText(view.household().currency());
        Savings savings = view.savings();
        return new SavingsResponse(
                savings.plan().month().toString(),
                amounts.currency().getCurrencyCode(),
                groups(amounts, savings),
                Totals.of(amounts, savings));
    }

    static List<Group> groups(AmountText amounts, Savings savings) {
        return savings.groups().stream()
                .map(group -> new Group(
                        group.category(),
                        amounts.text(group.totals().monthly()),
                        amounts.shares(savings.plan().members(), group.totals().shares()),
                        amounts.text(group.totals().target()),
                        amounts.text(group.totals().balance()),
                        Percentages.progress(group.totals().progress()),
                        group.provisions().stream()
                                .map(line -> LinesJson.SavedLine.of(amounts, savings.plan(), line))
                                .toList()))
                .toList();
    }
}
