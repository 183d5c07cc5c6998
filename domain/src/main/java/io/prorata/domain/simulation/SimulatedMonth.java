package io.prorata.domain.simulation;

import io.prorata.domain.household.MemberKey;
import io.prorata.domain.money.Money;
import io.prorata.domain.plan.MonthPlan;
import io.prorata.domain.plan.MonthSummary;
import io.prorata.domain.split.Shares;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One month as it is, and as it would be.
 *
 * @param baseline as it is
 * @param outcome after the changes
 * @param before its totals as it is
 * @param after its totals after the changes
 * @param lineDifferences the lines that would cost another amount or divide otherwise, provisions first, then bills and categories; their
 *     differences add up to that of the month, in total and for each member
 * @param budgetDifferences the budgets that would be another amount or divide otherwise, by id; they are in no total
 */
public record SimulatedMonth(
        MonthSummary baseline,
        MonthSummary outcome,
        Figures before,
        Figures after,
        List<LineDifference> lineDifferences,
        List<LineDifference> budgetDifferences) {

    /** Puts both sides of a month beside each other. */
    public static SimulatedMonth of(MonthSummary baseline, MonthSummary outcome) {
        Set<Object> both = inBoth(baseline, outcome);
        return new SimulatedMonth(
                baseline,
                outcome,
                Figures.of(baseline),
                Figures.of(outcome),
                differences(baseline, outcome, summary -> lines(summary, both)),
                differences(baseline, outcome, summary -> budgets(summary.plan(), both)));
    }

    /** Returns the lines that are the same object on both sides, and so cannot differ. */
    private static Set<Object> inBoth(MonthSummary baseline, MonthSummary outcome) {
        Set<Object> before = Collections.newSetFromMap(new IdentityHashMap<>());
        allLines(baseline).forEach(before::add);
        Set<Object> both = Collections.newSetFromMap(new IdentityHashMap<>());
        allLines(outcome).filter(before::contains).forEach(both::add);
        return both;
    }

    private static Stream<Object> allLines(MonthSummary summary) {
        MonthPlan plan = summary.plan();
        return Stream.of(plan.provisions(), plan.fixed(), summary.variable(), plan.budgets())
                .flatMap(List::stream);
    }

    /** A line of a month. */
    public sealed interface Line {}

    /** What is put aside for a provision. */
    public record ProvisionLine(long id) implements Line {}

    /** What the month carries of a bill. */
    public record BillLine(long id) implements Line {}

    /**
     * What is spent on a category.
     *
     * @param name absent for the uncategorised
     */
    public record CategoryLine(@Nullable String name) implements Line {}

    /** What a category is expected to cost. It is in no total of a month. */
    public record BudgetLine(long id) implements Line {}

    /**
     * A line on both sides; zero where it is not there.
     *
     * @param baseline as it is
     * @param outcome after the changes
     * @param members what each member would pay more of it, those who are there on either side; less where it is negative
     */
    public record LineDifference(Line line, Money baseline, Money outcome, Map<MemberKey, Money> members) {

        /** Returns what it would cost more. */
        public Money difference() {
            return outcome.minus(baseline);
        }

        /** Returns whether anybody would pay another amount of it. */
        boolean differs() {
            return !difference().isZero() || members.values().stream().anyMatch(more -> !more.isZero());
        }

        LineDifference plus(LineDifference other) {
            Map<MemberKey, Money> sums = new LinkedHashMap<>(members);
            other.members.forEach((member, more) -> sums.merge(member, more, Money::plus));
            return new LineDifference(line, baseline.plus(other.baseline), outcome.plus(other.outcome), sums);
        }
    }

    /** Returns what the month would cost more; less where it is negative. */
    public Money difference() {
        return after.total().minus(before.total());
    }

    /** Returns what each member would pay more, those who are there on either side; less where it is negative. */
    public Map<MemberKey, Money> memberDifferences() {
        return byMember(before.members(), after.members());
    }

    private static Map<MemberKey, Money> byMember(Map<MemberKey, Money> before, Map<MemberKey, Money> after) {
        Map<MemberKey, Money> differences = new LinkedHashMap<>();
        before.forEach((member, amount) ->
                differences.put(member, after.getOrDefault(member, Money.ZERO).minus(amount)));
        after.forEach(differences::putIfAbsent);
        return differences;
    }

    private static List<LineDifference> differences(
            MonthSummary baseline, MonthSummary outcome, Function<MonthSummary, Map<Line, Amounts>> of) {
        Map<Line, Amounts> before = of.apply(baseline);
        Map<Line, Amounts> after = of.apply(outcome);
        boolean sameMembers = baseline.plan().members().equals(outcome.plan().members());
        Set<Line> lines = new LinkedHashSet<>(before.keySet());
        lines.addAll(after.keySet());
        List<LineDifference> differences = new ArrayList<>();
        for (Line line : lines) {
            Amounts was = before.getOrDefault(line, Amounts.NONE);
            Amounts would = after.getOrDefault(line, Amounts.NONE);
            if (!sameMembers || !was.equals(would)) {
                var difference = new LineDifference(
                        line,
                        was.total(),
                        would.total(),
                        byMember(was.members(baseline.plan()), would.members(outcome.plan())));
                if (difference.differs()) {
                    differences.add(difference);
                }
            }
        }
        differences.sort(Comparator.comparingInt(difference -> kind(difference.line())));
        return List.copyOf(differences);
    }

    static int kind(Line line) {
        return line instanceof ProvisionLine ? 0 : line instanceof BillLine ? 1 : line instanceof CategoryLine ? 2 : 3;
    }

    /** What a line comes to on one side; without shares where it is not there. */
    private record Amounts(Money total, Optional<Shares> shares) {

        static final Amounts NONE = new Amounts(Money.ZERO, Optional.empty());

        static Amounts of(Money total, Shares shares) {
            return new Amounts(total, Optional.of(shares));
        }

        Map<MemberKey, Money> members(MonthPlan plan) {
            return shares.map(plan::byMember).orElse(Map.of());
        }
    }

    /** @param without lines that are left out */
    private static Map<Line, Amounts> lines(MonthSummary summary, Set<Object> without) {
        MonthPlan plan = summary.plan();
        Map<Line, Amounts> lines = new LinkedHashMap<>();
        plan.provisions().stream()
                .filter(line -> !without.contains(line))
                .forEach(line ->
                        lines.put(new ProvisionLine(line.provision().id()), Amounts.of(line.monthly(), line.shares())));
        plan.fixed().stream()
                .filter(line -> !without.contains(line))
                .forEach(line ->
                        lines.put(new BillLine(line.expense().id()), Amounts.of(line.monthly(), line.shares())));
        summary.variable().stream()
                .filter(line -> !without.contains(line))
                .forEach(line -> lines.put(new CategoryLine(line.category()), Amounts.of(line.total(), line.shares())));
        return lines;
    }

    private static Map<Line, Amounts> budgets(MonthPlan plan, Set<Object> without) {
        Map<Line, Amounts> budgets = new LinkedHashMap<>();
        plan.budgets().stream()
                .filter(line -> !without.contains(line))
                .forEach(line -> budgets.put(
                        new BudgetLine(line.budget().id()),
                        Amounts.of(line.terms().amount(), line.shares())));
        return budgets;
    }
}
