package io.prorata.domain.derivation;

import io.prorata.domain.expense.FixedTerms;
import io.prorata.domain.expense.Frequency;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.income.TaxRule;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.PlanLink;
import io.prorata.domain.money.Money;
import io.prorata.domain.plan.Config;
import io.prorata.domain.plan.FixedLine;
import io.prorata.domain.plan.MemberIncome;
import io.prorata.domain.plan.MonthPlan;
import io.prorata.domain.plan.PlanBook;
import io.prorata.domain.plan.ProvisionLine;
import io.prorata.domain.provision.Movement;
import io.prorata.domain.provision.Provision;
import io.prorata.domain.provision.ProvisionBase;
import io.prorata.domain.provision.ProvisionTerms;
import io.prorata.domain.split.LineSplit;
import io.prorata.domain.split.SplitBasis;
import io.prorata.domain.split.SplitKey;
import io.prorata.domain.split.Weights;
import io.prorata.domain.time.Dates;
import io.prorata.domain.time.Timeline;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/** How what is planned for a month came about. */
final class PlanSteps {

    private final PlanBook book;
    private final MonthPlan plan;
    private final RowSteps rows;

    PlanSteps(PlanBook book, MonthPlan plan, RowSteps rows) {
        this.book = book;
        this.plan = plan;
        this.rows = rows;
    }

    private List<MemberIncome> incomes() {
        return plan.config().map(Config::members).orElse(List.of());
    }

    private Step ofConfig(String what, long value, Unit unit) {
        Config config = plan.config().orElseThrow();
        return new Step.Stated(
                new Origin(Origin.Kind.CONFIG, config.id()), what, Optional.of(config.from()), value, unit);
    }

    List<Step> gross() {
        return incomes().stream()
                .map(member -> ofConfig(
                        member.income().taxRule() instanceof TaxRule.Stated ? "net" : "gross",
                        member.income().gross().minor(),
                        Unit.MONEY))
                .toList();
    }

    List<Step> nets() {
        return IntStream.range(0, incomes().size()).mapToObj(this::net).toList();
    }

    private Step net(int member) {
        Step gross = gross().get(member);
        return incomes().get(member).income().taxRule() instanceof TaxRule.FlatRate flat
                ? new Step.Net(gross, ofConfig("tax_rate", flat.rate().ppm(), Unit.RATE))
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
        return plan.key().weights().orElseThrow().values().stream()
                .map(weight -> ofConfig(what, weight, Unit.WEIGHT))
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
                .<Step>mapToObj(member -> new Step.Allocate(amount, weights, turn, member))
                .toList();
    }

    private static <T> Optional<YearMonth> since(Timeline<T> terms, YearMonth month, Function<T, ?> feature) {
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

    /** What a provision puts aside; an ended one nothing. */
    Step monthly(ProvisionLine line) {
        if (line.terms().isEmpty()) {
            return new Step.Sum(List.of());
        }
        if (!line.provision().isMovedByFactsAlone()) {
            return scheduled(line, "planned", line.monthly());
        }
        ProvisionBase base = line.terms().get().base();
        Optional<YearMonth> since = since(line.provision().terms(), plan.month(), ProvisionTerms::base);
        var origin = new Origin(Origin.Kind.PROVISION, line.provision().id());
        if (base instanceof ProvisionBase.ShareOfAll all) {
            return new Step.ShareOf(
                    new Step.Sum(nets()),
                    new Step.Stated(origin, "percentage", since, all.rate().ppm(), Unit.RATE));
        }
        if (base instanceof ProvisionBase.ShareOfOne one) {
            int member = plan.members().indexOf(one.member());
            return new Step.ShareOf(
                    member < 0 ? new Step.Sum(List.of()) : net(member),
                    new Step.Stated(origin, "percentage", since, one.rate().ppm(), Unit.RATE));
        }
        return new Step.Stated(
                origin,
                "amount",
                since,
                ((ProvisionBase.FixedAmount) base).amount().minor(),
                Unit.MONEY);
    }

    List<Step> shares(ProvisionLine line) {
        if (line.terms().isEmpty()) {
            return plan.members().stream()
                    .<Step>map(member -> new Step.Sum(List.of()))
                    .toList();
        }
        var origin = new Origin(Origin.Kind.PROVISION, line.provision().id());
        Optional<YearMonth> since = since(line.provision().terms(), plan.month(), ProvisionTerms::split);
        return shares(
                monthly(line),
                line.terms().get().split(),
                weight -> new Step.Stated(origin, "split", since, weight, Unit.WEIGHT));
    }

    Optional<Step> target(ProvisionLine line) {
        return line.target()
                .map(target -> new Step.Stated(
                        new Origin(Origin.Kind.PROVISION, line.provision().id()),
                        "target",
                        since(line.provision().terms(), plan.month(), ProvisionTerms::target),
                        target.minor(),
                        Unit.MONEY));
    }

    /** What there was at the end of the month before, and what this month adds to it. */
    Step balance(ProvisionLine line) {
        Provision provision = line.provision();
        if (!provision.isMovedByFactsAlone()) {
            return scheduled(line, "balance", line.balance());
        }
        List<Step> parts = new ArrayList<>();
        YearMonth before = plan.month().minusMonths(1);
        List<ProvisionLine> shownBefore = book.at(before).shownProvisions();
        int place = IntStream.range(0, shownBefore.size())
                .filter(at -> shownBefore.get(at).provision().id() == provision.id())
                .findFirst()
                .orElse(-1);
        YearMonth first = plan.month();
        if (place >= 0) {
            parts.add(new Step.Figure(
                    before,
                    "/provisions/" + place + "/balance",
                    shownBefore.get(place).balance().minor()));
        } else {
            parts.add(new Step.Stated(
                    new Origin(Origin.Kind.PROVISION, provision.id()),
                    "opening",
                    Optional.empty(),
                    provision.opening().minor(),
                    Unit.MONEY));
            first = Dates.FIRST_MONTH;
            provision
                    .rows()
                    .headMap(plan.month())
                    .forEach((month, facts) -> parts.add(new Step.Difference(
                            new Step.Rows(
                                    ofProvision(month, Set.of(ExpenseType.PROVISION), provision),
                                    OptionalLong.empty(),
                                    facts.putIn().minus(facts.broughtBack()).minor()),
                            new Step.Rows(
                                    ofProvision(month, RowSteps.PAID, provision),
                                    OptionalLong.empty(),
                                    facts.paidOut().minus(facts.refunded()).minor()))));
        }
        for (Movement movement : provision.movements()) {
            YearMonth month = YearMonth.from(movement.date());
            if (!month.isBefore(first) && !month.isAfter(plan.month())) {
                parts.add(moved(provision, movement));
            }
        }
        parts.add(new Step.Difference(putIn(line), paidOut(line)));
        return new Step.Sum(parts);
    }

    private static Step moved(Provision provision, Movement movement) {
        boolean in = movement.way() == Movement.Way.CONTRIBUTION;
        var stated = new Step.Stated(
                new Origin(in ? Origin.Kind.CONTRIBUTION : Origin.Kind.WITHDRAWAL, provision.id()),
                "amount",
                Optional.of(YearMonth.from(movement.date())),
                in ? movement.amount().minor() : movement.amount().negated().minor(),
                Unit.MONEY);
        return in ? stated : new Step.Difference(new Step.Sum(List.of()), stated);
    }

    /** What rows that name it put in, less what they brought back. */
    Step putIn(ProvisionLine line) {
        return rows.of(ofProvision(plan.month(), Set.of(ExpenseType.PROVISION), line.provision()));
    }

    /** What rows that name it paid out of it, less refunds. */
    Step paidOut(ProvisionLine line) {
        return rows.of(ofProvision(plan.month(), RowSteps.PAID, line.provision()));
    }

    private static RowSelection ofProvision(YearMonth month, Set<ExpenseType> types, Provision provision) {
        return RowSelection.of(month, types).link(Optional.of(new PlanLink.Provision(provision.id())));
    }

    Optional<Step> progress(ProvisionLine line) {
        Step reached =
                line.provision().isMovedByFactsAlone() ? balance(line) : scheduled(line, "reached", line.reached());
        return line.progress()
                .map(progress -> new Step.Percent(reached, target(line).orElseThrow()));
    }

    private Step scheduled(ProvisionLine line, String what, Money value) {
        return new Step.Scheduled(line.provision().id(), what, plan.month(), value.minor());
    }
}
