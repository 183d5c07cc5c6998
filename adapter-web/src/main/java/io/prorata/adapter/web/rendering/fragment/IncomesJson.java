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
import io.prorata.domain.plan.MonthSummary;
import java.util.List;
import java.util.Map;

/**
 * The stated incomes of the members in a month, and the incomes received.
 *
 * @param received the amount received by the INCOME rows of the month
 * @param receivedByAll the part of it that names no member and is in no member's own account
 */
@Serdeable.Serializable
public record IncomesJson(
        List<OfMember> members, String gross, String tax, String net, String received, String receivedByAll) {

    /** @param received the amount received by INCOME rows that name the member or are in the member's own account */
    @Serdeable.Serializable
    public record OfMember(String member, String name, String gross, String tax, String net, String received) {}

    /** @param received the income of each member present, by the rows */
    public static IncomesJson of(
            AmountText amounts, Household household, MonthSummary summary, Map<MemberKey, Money> received) {
        MonthPlan plan = summary.plan();
        Money all = summary.income().actual();
        List<MemberIncome> incomes = plan.config().map(Config::members).orElse(List.of());
        return new IncomesJson(
                incomes.stream()
                        .map(member -> new OfMember(
                                member.member().text(),
                                name(household, member.member()),
                                amounts.text(member.income().gross()),
                                amounts.text(member.income().tax()),
                                amounts.text(member.income().net()),
                                amounts.text(received.getOrDefault(member.member(), Money.ZERO))))
                        .toList(),
                amounts.text(Money.sum(
                        incomes.stream().map(member -> member.income().gross()).toList())),
                amounts.text(Money.sum(
                        incomes.stream().map(member -> member.income().tax()).toList())),
                amounts.text(plan.totalNet()),
                amounts.text(all),
                amounts.text(all.minus(Money.sum(List.copyOf(received.values())))));
    }

    private static String name(Household household, MemberKey key) {
        return household.members().stream()
                .filter(member -> member.key().equals(key))
                .map(Member::name)
                .findFirst()
                .orElse(key.text());
    }
}
