package io.prorata.adapter.web.rendering;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.json.Warning;
import io.prorata.adapter.web.rendering.fragment.LinesJson;
import io.prorata.adapter.web.rendering.fragment.Percentages;
import io.prorata.application.query.SavingsQuery;
import io.prorata.domain.plan.ProvisionTotals;
import io.prorata.domain.plan.Savings;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The provisions of a month by category. */
@Serdeable.Serializable
record SavingsResponse(String month, String currency, List<Group> categories, Totals totals, List<Warning> warnings) {

    /** @param category the category; absent for provisions without one */
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
     * @param count the number of provisions shown, including ended ones
     * @param ended the number of ended provisions that are not empty yet
     * @param targetedBalance the part of the balances that counts towards the targets, each from 0 to its own target: a surplus does not
     *     count for other provisions
     * @param progressPercentage the targeted balance as percent of the total target; absent if no provision in force has a target
     */
    @Serdeable.Serializable
    record Totals(
            long count,
            String monthlyAmount,
            Map<String, String> shares,
            String totalTarget,
            String totalBalance,
            String targetedBalance,
            @Nullable String progressPercentage,
            long ended) {

        static Totals of(AmountText amounts, Savings savings) {
            ProvisionTotals totals = savings.totals();
            return new Totals(
                    totals.count(),
                    amounts.text(totals.monthly()),
                    amounts.shares(savings.plan().members(), totals.shares()),
                    amounts.text(totals.target()),
                    amounts.text(totals.balance()),
                    amounts.text(totals.counted()),
                    Percentages.progress(totals.progress()),
                    totals.ended());
        }
    }

    static SavingsResponse of(SavingsQuery.Content view) {
        var amounts = new AmountText(view.household().currency());
        Savings savings = view.savings();
        return new SavingsResponse(
                savings.plan().month().toString(),
                amounts.currency().getCurrencyCode(),
                groups(amounts, savings),
                Totals.of(amounts, savings),
                warnings(amounts, savings));
    }

    /** Returns a warning for each provision of the view whose balance is below 0. */
    static List<Warning> warnings(AmountText amounts, Savings savings) {
        return Warning.negativeBalances(
                amounts,
                savings.plan().month(),
                savings.groups().stream()
                        .flatMap(group -> group.provisions().stream())
                        .toList());
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
