package io.prorata.domain.derivation;

import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.PlanLink;
import io.prorata.domain.money.Money;
import io.prorata.domain.plan.MonthPlan;
import io.prorata.domain.plan.PlanBook;
import io.prorata.domain.plan.ProvisionLine;
import io.prorata.domain.provision.Movement;
import io.prorata.domain.provision.Provision;
import io.prorata.domain.provision.ProvisionBase;
import io.prorata.domain.provision.ProvisionTerms;
import io.prorata.domain.provision.SavingMonth;
import io.prorata.domain.provision.SavingPlan;
import io.prorata.domain.time.Dates;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;

/** How what provisions put aside in a month, and what is in them, came about. */
final class SavingSteps {

    private static final Step ZERO = new Step.Sum(List.of());

    private final PlanBook book;
    private final MonthPlan plan;
    private final PlanSteps planned;
    private final RowSteps rows;
    private final ExplainedView view;

    /** @param view that shows the figures: balances of the month before are explained as figures of it */
    SavingSteps(PlanBook book, MonthPlan plan, PlanSteps planned, RowSteps rows, ExplainedView view) {
        this.book = book;
        this.plan = plan;
        this.planned = planned;
        this.rows = rows;
        this.view = view;
    }

    private static Origin origin(ProvisionLine line) {
        return new Origin(Origin.Kind.PROVISION, line.provision().id());
    }

    /** What a provision puts aside; an ended one nothing. */
    Step monthly(ProvisionLine line) {
        if (line.terms().isEmpty()) {
            return ZERO;
        }
        ProvisionTerms terms = line.terms().get();
        if (line.provision().isMovedByFactsAlone(plan.month())) {
            return byBase(line, terms.base());
        }
        if (plan.config().isEmpty()) {
            return ZERO;
        }
        SavingPlan saving = terms.savingPlan();
        if (saving.pace() instanceof SavingPlan.Towards towards) {
            return towards(line, saving, towards.dueFrom(plan.month()));
        }
        boolean stops = terms.stopAtTarget() && saving.target().minor() > 0;
        Step amount = byBase(line, terms.base());
        return stops
                ? new Step.Min(List.of(
                        amount,
                        notNegative(
                                new Step.Difference(target(line).orElseThrow(), new Step.Sum(balanceBefore(line))))))
                : amount;
    }

    private static Step notNegative(Step step) {
        return new Step.Max(List.of(ZERO, step));
    }

    /**
     * The amount of formula 5.
     *
     * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f5">Formula 5, monthly amount of a provision</a>
     */
    private Step byBase(ProvisionLine line, ProvisionBase base) {
        Optional<YearMonth> since = PlanSteps.since(line.provision().terms(), plan.month(), ProvisionTerms::base);
        if (base instanceof ProvisionBase.FixedAmount fixed) {
            return new Step.Stated(origin(line), "amount", since, fixed.amount().minor(), Unit.MONEY);
        }
        int rate = base instanceof ProvisionBase.ShareOfOne one
                ? one.rate().ppm()
                : ((ProvisionBase.ShareOfAll) base).rate().ppm();
        return new Step.ShareOf(
                basis(base).orElseThrow(), new Step.Stated(origin(line), "percentage", since, rate, Unit.RATE));
    }

    /** The income of which a percentage is put aside; empty where none is. */
    Optional<Step> basis(ProvisionBase base) {
        if (base instanceof ProvisionBase.ShareOfOne one) {
            int member = plan.members().indexOf(one.member());
            return Optional.of(member < 0 ? ZERO : planned.net(member));
        }
        return base instanceof ProvisionBase.ShareOfAll ? Optional.of(new Step.Sum(planned.nets())) : Optional.empty();
    }

    /** What is missing at the end of the month before, spread over the months up to {@code due}. */
    private Step towards(ProvisionLine line, SavingPlan saving, YearMonth due) {
        if (plan.month().isAfter(due)) {
            return ZERO;
        }
        Step target = target(line).orElse(ZERO);
        long months = ChronoUnit.MONTHS.between(plan.month(), due) + 1;
        YearMonth before = plan.month().minusMonths(1);
        List<SavingMonth> past = book.savings(line.provision(), before);
        Optional<SavingMonth> last = past.stream()
                .filter(month -> month.plan().map(SavingPlan::pace).orElse(null) instanceof SavingPlan.Towards)
                .reduce((one, later) -> later);
        if (last.isEmpty() || isPast(last.get(), due)) {
            return new Step.Towards(target, new Step.Sum(balanceBefore(line)), months);
        }
        // What was paid out for the purpose counts as reached. Nobody states it by itself: it is within what the
        // schedule says of the month
        // before, if that month was on its way to the same target.
        SavingMonth month = last.get();
        boolean same = month.month().equals(before)
                && month.target().equals(saving.target())
                && month.spentByPlan().isZero();
        return same
                ? new Step.Towards(target, scheduled(line, "reached", before, month.reached()), months)
                : scheduled(line, "planned", plan.month(), line.monthly());
    }

    /** Whether the cycle of {@code month} has passed, so that another one leads to {@code due}. */
    private boolean isPast(SavingMonth month, YearMonth due) {
        YearMonth cycle = ((SavingPlan.Towards) month.plan().orElseThrow().pace()).dueFrom(month.month());
        return !due.equals(cycle) && plan.month().isAfter(cycle);
    }

    List<Step> shares(ProvisionLine line) {
        if (line.terms().isEmpty()) {
            return plan.members().stream().map(member -> ZERO).toList();
        }
        Optional<YearMonth> since = PlanSteps.since(line.provision().terms(), plan.month(), ProvisionTerms::split);
        return planned.shares(
                monthly(line),
                line.terms().get().split(),
                weight -> new Step.Stated(origin(line), "split", since, weight, Unit.WEIGHT));
    }

    Optional<Step> target(ProvisionLine line) {
        return line.target()
                .map(target -> new Step.Stated(
                        origin(line),
                        "target",
                        PlanSteps.since(line.provision().terms(), plan.month(), ProvisionTerms::target),
                        target.minor(),
                        Unit.MONEY));
    }

    Step opening(ProvisionLine line) {
        return new Step.Stated(
                origin(line),
                "opening",
                Optional.empty(),
                line.provision().opening().minor(),
                Unit.MONEY);
    }

    /** What there was at the end of the month before, and what this month adds to it. */
    Step balance(ProvisionLine line) {
        Provision provision = line.provision();
        if (!provision.isMovedByFactsAlone(plan.month())) {
            return scheduled(line, "balance", plan.month(), line.balance());
        }
        List<Step> parts = new ArrayList<>(balanceBefore(line));
        parts.addAll(moved(provision, plan.month(), plan.month()));
        parts.add(new Step.Difference(putIn(line), paidOut(line)));
        return new Step.Sum(parts);
    }

    /** What there was at the end of the month before: as that month shows it; where it shows nothing, the opening and what moved it since. */
    private List<Step> balanceBefore(ProvisionLine line) {
        Provision provision = line.provision();
        YearMonth before = plan.month().minusMonths(1);
        List<ProvisionLine> shownBefore = book.at(before).shownProvisions();
        int place = IntStream.range(0, shownBefore.size())
                .filter(at -> shownBefore.get(at).provision().id() == provision.id())
                .findFirst()
                .orElse(-1);
        List<Step> parts = new ArrayList<>();
        if (place >= 0) {
            parts.add(new Step.Figure(
                    view,
                    before,
                    "/provisions/" + place + "/balance",
                    shownBefore.get(place).balance().minor()));
            return parts;
        }
        parts.add(opening(line));
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
        parts.addAll(moved(provision, Dates.FIRST_MONTH, before));
        return parts;
    }

    private static List<Step> moved(Provision provision, YearMonth first, YearMonth last) {
        return provision.movements().stream()
                .filter(movement -> !YearMonth.from(movement.date()).isBefore(first)
                        && !YearMonth.from(movement.date()).isAfter(last))
                .map(movement -> moved(provision, movement))
                .toList();
    }

    private static Step moved(Provision provision, Movement movement) {
        boolean in = movement.way() == Movement.Way.CONTRIBUTION;
        var stated = new Step.Stated(
                new Origin(in ? Origin.Kind.CONTRIBUTION : Origin.Kind.WITHDRAWAL, provision.id()),
                "amount",
                Optional.of(YearMonth.from(movement.date())),
                in ? movement.amount().minor() : movement.amount().negated().minor(),
                Unit.MONEY);
        return in ? stated : new Step.Difference(ZERO, stated);
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

    /** What counts towards the target. */
    private Step reached(ProvisionLine line) {
        return line.provision().isMovedByFactsAlone(plan.month())
                ? balance(line)
                : scheduled(line, "reached", plan.month(), line.reached());
    }

    Optional<Step> progress(ProvisionLine line) {
        return line.progress()
                .map(progress -> new Step.Percent(reached(line), target(line).orElseThrow()));
    }

    /** What is missing to the target; empty without one. */
    Optional<Step> remaining(ProvisionLine line) {
        return target(line).map(target -> notNegative(new Step.Difference(target, reached(line))));
    }

    private static Step scheduled(ProvisionLine line, String what, YearMonth month, Money value) {
        return new Step.Scheduled(line.provision().id(), what, month, value.minor());
    }
}
