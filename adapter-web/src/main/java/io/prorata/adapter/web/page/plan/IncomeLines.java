package io.prorata.adapter.web.page.plan;

import io.prorata.adapter.web.page.frame.Amounts;
import io.prorata.adapter.web.page.frame.Words;
import io.prorata.adapter.web.page.plan.PlanModel.Income;
import io.prorata.adapter.web.page.plan.PlanModel.Incomes;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.Member;
import io.prorata.domain.income.TaxRule;
import io.prorata.domain.plan.Config;
import io.prorata.domain.plan.MemberIncome;
import io.prorata.domain.split.SplitKey;
import java.util.Optional;

/** The incomes of a month as the plan's screen shows and asks for them. */
final class IncomeLines {

    private IncomeLines() {}

    /** @param config what is in force; empty where nobody has stated anything yet */
    static Incomes of(Words words, Household household, Optional<Config> config) {
        var amounts = new Amounts(words, household.currency());
        return new Incomes(
                config.isEmpty(),
                config.map(held -> mode(held.key())).orElse("income"),
                household.members().stream()
                        .map(member -> line(words, amounts, config, member))
                        .toList());
    }

    static String mode(SplitKey key) {
        return switch (key) {
            case SplitKey.ByNetIncome _ -> "income";
            case SplitKey.Equally _ -> "equal";
            case SplitKey.Agreed _ -> "agreed";
        };
    }

    private static Income line(Words words, Amounts amounts, Optional<Config> config, Member member) {
        Optional<io.prorata.domain.income.Income> stated = config.stream()
                .flatMap(held -> held.members().stream())
                .filter(income -> income.member().equals(member.key()))
                .map(MemberIncome::income)
                .findFirst();
        if (stated.isEmpty()) {
            return new Income(member.key().text(), member.name(), config.isEmpty(), "", "", "", "", "");
        }
        var income = stated.get();
        boolean untaxed = income.gross().equals(income.net());
        return new Income(
                member.key().text(),
                member.name(),
                true,
                amounts.text(income.net()),
                untaxed ? "" : words.of("gross", amounts.text(income.gross())),
                untaxed ? "" : amounts.plain(income.gross()),
                income.taxRule() instanceof TaxRule.FlatRate(var rate) && !untaxed
                        ? rate.inPercent().toPlainString()
                        : "",
                income.taxRule() instanceof TaxRule.Stated || untaxed ? amounts.plain(income.net()) : "");
    }
}
