package io.prorata.domain.derivation;

import io.prorata.domain.expense.FixedTerms;
import io.prorata.domain.expense.Frequency;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.income.TaxRule;
import io.prorata.domain.plan.BudgetPlan;
import io.prorata.domain.plan.BudgetTerms;
import io.prorata.domain.plan.Config;
import io.prorata.domain.plan.FixedLine;
import io.prorata.domain.plan.MemberIncome;
import io.prorata.domain.plan.MonthPlan;
import io.prorata.domain.split.LineSplit;
import io.prorata.domain.split.SplitBasis;
import io.prorata.domain.split.SplitKey;
import io.prorata.domain.split.Weights;
import io.prorata.domain.time.Timeline;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** How incomes and what is planned for bills and budgets came about, and how amounts are divided. */
final class PlanSteps {

    private final MonthPlan plan;

    PlanSteps(MonthPlan plan) {
        this.plan = plan;
    }

    private List<MemberIncome> incomes() {
        return plan.config().map(Config::members).orElse(List.of());
    }

    private Step ofConfig(String what, MemberKey member, long value, Unit unit) {
        Config config = plan.config().orElseThrow();
        return new Step.Stated(
                new Origin(Origin.Kind.CONFIG, config.id(), Optional.of(member)),
                what,
                Optional.of(config.from()),
                value,
                unit);
    }

    List<Step> gross() {
        return incomes().stream()
                .map(member -> ofConfig(
                        member.income().taxRule() instanceof TaxRule.Stated ? "net" : "gross",
                        member.member(),
                        member.income().gross().minor(),
                        Unit.MONEY))
                .toList();
    }

    List<Step> nets() {
        return IntStream.range(0, incomes().size()).mapToObj(this::net).toList();
    }

    Step net(int member) {
        Step gross = gross().get(member);
        return incomes().get(member).income().taxRule() instanceof TaxRule.FlatRate flat
                ? new Step.Net(
                        gross,
                        ofConfig(
                                "tax_rate",
                                incomes().get(member).member(),
                                flat.rate().ppm(),
                                Unit.RATE))
                : gross;
    }

    List<Step> taxes() {
        return IntStream.range(0, incomes().size())
                .<Step>mapToObj(member -> new Step.Difference(gross().get(member), net(member)))
                .toList();
    }

    /** The weights of the household's key. */
    private List<Step> key() {
        SplitBasis basis = plan.key().basis();
        if (basis == SplitBasis.INCOME) {
            return nets();
        }
        SplitKey key = plan.config().orElseThrow().key();
        String what =
                key instanceof SplitKey.ByNetIncome ? "fallback" : key instanceof SplitKey.Agreed ? "weight" : "equal";
        List<Long> weights = plan.key().weights().orElseThrow().values();
        return IntStream.range(0, weights.size())
                .mapToObj(m -> ofConfig(what, plan.members().get(m), weights.get(m), Unit.WEIGHT))
                .toList();
    }

    /**
     * The shares of what divides by {@code split}; none where nobody is present.
     *
     * @param own what says the weight of a member
     */
    List<Step> shares(Step amount, LineSplit split, Function<Long, Step> own) {
        List<MemberKey> members = plan.members();
        if (members.isEmpty()) {
            return List.of();
        }
        LineSplit.Divided divided = split.among(members, plan.key().weights().orElseThrow());
        boolean byKey = split instanceof LineSplit.ByKey || divided.keyInstead();
        List<Step> weights =
                byKey ? key() : divided.weights().values().stream().map(own).toList();
        long turn = Weights.turnOf(plan.month());
        return IntStream.range(0, members.size())
                .<Step>mapToObj(member -> new Step.Allocate(amount, weights, turn, member, members.get(member)))
                .toList();
    }

    static <T> Optional<YearMonth> since(Timeline<T> terms, YearMonth month, Function<T, ?> feature) {
        return terms.since(month, feature);
    }

    Step amount(FixedLine line) {
        return new Step.Stated(
                new Origin(Origin.Kind.BILL, line.expense().id()),
                "amount",
                since(line.expense().terms(), plan.month(), FixedTerms::amount),
                line.terms().amount().minor(),
                Unit.MONEY);
    }

    Step monthly(FixedLine line) {
        Frequency frequency = line.terms().frequency();
        YearMonth since = line.expense()
                .terms()
                .since(plan.month(), FixedTerms::frequency)
                .orElseThrow();
        long k = ChronoUnit.MONTHS.between(since, plan.month()) % frequency.months();
        return new Step.MonthlyPart(amount(line), frequency.bills(), frequency.months(), k);
    }

    List<Step> shares(FixedLine line) {
        var origin = new Origin(Origin.Kind.BILL, line.expense().id());
        Optional<YearMonth> since = since(line.expense().terms(), plan.month(), FixedTerms::split);
        return shares(
                monthly(line),
                line.terms().split(),
                weight -> new Step.Stated(origin, "split", since, weight, Unit.WEIGHT));
    }

    List<Step> shares(BudgetPlan line) {
        var origin = new Origin(Origin.Kind.BUDGET, line.budget().id());
        var amount = new Step.Stated(
                origin,
                "amount",
                since(line.budget().terms(), plan.month(), BudgetTerms::amount),
                line.amount().minor(),
                Unit.MONEY);
        Optional<YearMonth> since = since(line.budget().terms(), plan.month(), BudgetTerms::split);
        return shares(
                amount, line.terms().split(), weight -> new Step.Stated(origin, "split", since, weight, Unit.WEIGHT));
    }
}
