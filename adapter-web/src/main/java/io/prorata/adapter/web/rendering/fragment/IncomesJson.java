package io.prorata.adapter.web.rendering.fragment;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.Member;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.money.Money;
import io.prorata.domain.plan.Config;
import io.prorata.domain.plan.MemberIncome;
import io.prorata.domain.plan.MonthPlan;
import java.util.List;

/** What the members earn in a month. */
@Serdeable.Serializable
public record IncomesJson(List<OfMember> members, String gross, String tax, String net) {

    @Serdeable.Serializable
    public record OfMember(String member, String name, String gross, String tax, String net) {}

    public static IncomesJson of(AmountText amounts, Household household, MonthPlan plan) {
        List<MemberIncome> incomes = plan.config().map(Config::members).orElse(List.of());
        return new IncomesJson(
                incomes.stream()
                        .map(member -> new OfMember(
                                member.member().text(),
                                name(household, member.member()),
                                amounts.text(member.income().gross()),
                                amounts.text(member.income().tax()),
                                amounts.text(member.income().net())))
                        .toList(),
                amounts.text(Money.sum(
                        incomes.stream().map(member -> member.income().gross()).toList())),
                amounts.text(Money.sum(
                        incomes.stream().map(member -> member.income().tax()).toList())),
                amounts.text(plan.totalNet()));
    }

    private static String name(Household household, MemberKey key) {
        return household.members().stream()
                .filter(member -> member.key().equals(key))
                .map(Member::name)
                .findFirst()
                .orElse(key.text());
    }
}
