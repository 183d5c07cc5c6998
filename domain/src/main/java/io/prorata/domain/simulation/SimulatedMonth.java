package io.prorata.domain.simulation;

import io.prorata.domain.household.MemberKey;
import io.prorata.domain.money.Money;
import io.prorata.domain.plan.MonthPlan;
import io.prorata.domain.plan.MonthSummary;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One month as it is, and as it would be.
 *
 * @param baseline as it is
 * @param outcome after the changes
 */
public record SimulatedMonth(MonthSummary baseline, MonthSummary outcome) {

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
        return outcome.totalExpenses().minus(baseline.totalExpenses());
    }

    /** Returns what each member would pay more, those who are there on either side; less where it is negative. */
    public Map<MemberKey, Money> memberDifferences() {
        return byMember(
                baseline.plan().byMember(baseline.memberTotals()),
                outcome.plan().byMember(outcome.memberTotals()));
    }

    private static Map<MemberKey, Money> byMember(Map<MemberKey, Money> before, Map<MemberKey, Money> after) {
        Set<MemberKey> members = new LinkedHashSet<>(before.keySet());
        members.addAll(after.keySet());
        Map<MemberKey, Money> differences = new LinkedHashMap<>();
        members.forEach(member -> differences.put(
                member, after.getOrDefault(member, Money.ZERO).minus(before.getOrDefault(member, Money.ZERO))));
        return differences;
    }

    /**
     * Returns the lines that would cost another amount or divide otherwise, provisions first, then bills and categories. Their differences add
     * up to that of the month, in total and for each member.
     */
    public List<LineDifference> lineDifferences() {
        return differences(lines(baseline), lines(outcome));
    }

    /** Returns the budgets that would be another amount or divide otherwise, by id. They are in no total. */
    public List<LineDifference> budgetDifferences() {
        return differences(budgets(baseline.plan()), budgets(outcome.plan()));
    }

    private static List<LineDifference> differences(Map<Line, Amounts> before, Map<Line, Amounts> after) {
        Set<Line> lines = new LinkedHashSet<>(before.keySet());
        lines.addAll(after.keySet());
        return lines.stream()
                .sorted(Comparator.comparingInt(SimulatedMonth::kind))
                .map(line -> {
                    Amounts was = before.getOrDefault(line, Amounts.NONE);
                    Amounts would = after.getOrDefault(line, Amounts.NONE);
                    return new LineDifference(
                            line, was.total(), would.total(), byMember(was.members(), would.members()));
                })
                .filter(LineDifference::differs)
                .toList();
    }

    static int kind(Line line) {
        return line instanceof ProvisionLine ? 0 : line instanceof BillLine ? 1 : line instanceof CategoryLine ? 2 : 3;
    }

    /** What a line comes to on one side. */
    private record Amounts(Money total, Map<MemberKey, Money> members) {

        static final Amounts NONE = new Amounts(Money.ZERO, Map.of());
    }

    private static Map<Line, Amounts> lines(MonthSummary summary) {
        MonthPlan plan = summary.plan();
        Map<Line, Amounts> lines = new LinkedHashMap<>();
        plan.provisions()
                .forEach(line -> lines.put(
                        new ProvisionLine(line.provision().id()),
                        new Amounts(line.monthly(), plan.byMember(line.shares()))));
        plan.fixed()
                .forEach(line -> lines.put(
                        new BillLine(line.expense().id()), new Amounts(line.monthly(), plan.byMember(line.shares()))));
        summary.variable()
                .forEach(line -> lines.put(
                        new CategoryLine(line.category()), new Amounts(line.total(), plan.byMember(line.shares()))));
        return lines;
    }

    private static Map<Line, Amounts> budgets(MonthPlan plan) {
        Map<Line, Amounts> budgets = new LinkedHashMap<>();
        plan.budgets()
                .forEach(line -> budgets.put(
                        new BudgetLine(line.budget().id()),
                        new Amounts(line.terms().amount(), plan.byMember(line.shares()))));
        return budgets;
    }
}
