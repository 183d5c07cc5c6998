package io.prorata.adapter.web.rendering;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.json.Warning;
import io.prorata.adapter.web.plan.BaseJson;
import io.prorata.adapter.web.plan.SplitJson;
import io.prorata.adapter.web.rendering.fragment.Percentages;
import io.prorata.adapter.web.rendering.fragment.SplitRatios;
import io.prorata.application.query.ProvisionDetailsQuery;
import io.prorata.domain.money.Money;
import io.prorata.domain.plan.MonthPlan;
import io.prorata.domain.plan.ProvisionLine;
import io.prorata.domain.provision.ProvisionBase;
import io.prorata.domain.provision.ProvisionCard;
import io.prorata.domain.split.Shares;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every provision of a month in full, with the derivation of its amount. */
@Serdeable.Serializable
record ProvisionDetailsResponse(
        String month,
        String currency,
        Map<String, String> netRevenues,
        String totalNet,
        Map<String, SplitRatios.SplitRatio> splitRatios,
        String splitBasis,
        List<Detail> provisions,
        Totals totals,
        List<Warning> warnings) {

    /**
     * One provision.
     *
     * @param base the base of the amount; absent, like the split, if the provision has ended
     * @param basisAmount the income that the percentage applies to; absent for a fixed amount
     * @param remaining the target less the balance; zero if the target is reached
     * @param ended whether it has ended and is shown because of its balance
     */
    @Serdeable.Serializable
    record Detail(
            long id,
            String name,
            @Nullable String description,
            @Nullable String category,
            @Nullable String icon,
            @Nullable String colour,
            int position,
            @Nullable Map<String, Object> base,
            @Nullable String basisAmount,
            String monthlyAmount,
            @Nullable Map<String, Object> split,
            boolean keyInstead,
            Map<String, String> shares,
            String openingBalance,
            String balance,
            @Nullable String target,
            @Nullable String remaining,
            @Nullable String progressPercentage,
            boolean ended) {}

    @Serdeable.Serializable
    record Totals(String monthlyAmount, Map<String, String> shares, String totalBalance) {}

    static ProvisionDetailsResponse of(ProvisionDetailsQuery.Content view) {
        var amounts = new AmountText(view.household().currency());
        MonthPlan plan = view.plan();
        return new ProvisionDetailsResponse(
                plan.month().toString(),
                amounts.currency().getCurrencyCode(),
                amounts.shares(plan.members(), new Shares(plan.nets())),
                amounts.text(plan.totalNet()),
                SplitRatios.of(plan),
                plan.key().basis().name().toLowerCase(Locale.ROOT),
                plan.shownProvisions().stream()
                        .map(line -> detail(amounts, plan, line))
                        .toList(),
                new Totals(
                        amounts.text(plan.totalProvisions()),
                        amounts.shares(plan.members(), plan.provisionShares()),
                        amounts.text(Money.sum(plan.shownProvisions().stream()
                                .map(ProvisionLine::balance)
                                .toList()))),
                SummaryResponse.warnings(amounts, plan));
    }

    private static Detail detail(AmountText amounts, MonthPlan plan, ProvisionLine line) {
        ProvisionCard card = line.provision().card();
        Optional<Money> target = line.target();
        return new Detail(
                line.provision().id(),
                card.name(),
                card.description(),
                card.category(),
                card.icon(),
                card.colour(),
                card.position(),
                line.terms().map(terms -> BaseJson.write(terms.base(), amounts)).orElse(null),
                line.terms()
                        .flatMap(terms -> basis(plan, terms.base()))
                        .map(amounts::text)
                        .orElse(null),
                amounts.text(line.monthly()),
                line.terms().map(terms -> SplitJson.write(terms.split())).orElse(null),
                line.keyInstead(),
                amounts.shares(plan.members(), line.shares()),
                amounts.text(line.provision().opening()),
                amounts.text(line.balance()),
                target.map(amounts::text).orElse(null),
                target.map(aim -> aim.minus(line.reached()))
                        .map(missing -> missing.isNegative() ? Money.ZERO : missing)
                        .map(amounts::text)
                        .orElse(null),
                Percentages.progress(line.progress()),
                line.ended());
    }

    private static Optional<Money> basis(MonthPlan plan, ProvisionBase base) {
        return switch (base) {
            case ProvisionBase.ShareOfAll _ -> Optional.of(plan.totalNet());
            case ProvisionBase.ShareOfOne one -> {
                int member = plan.members().indexOf(one.member());
                yield Optional.of(member < 0 ? Money.ZERO : plan.nets().get(member));
            }
            case ProvisionBase.FixedAmount _, ProvisionBase.ToTarget _ -> Optional.empty();
        };
    }
}
