package io.prorata.domain.simulation;

import io.prorata.domain.household.MemberKey;
import io.prorata.domain.money.Money;
import io.prorata.domain.plan.MonthPlan;
import io.prorata.domain.plan.MonthSummary;
import java.util.ArrayList;
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

    /**
     * A line on both sides; zero where it is not there.
     *
     * @param baseline as it is
     * @param outcome after the changes
     */
    public record LineDifference(Line line, Money baseline, Money outcome) {

        /** Returns what it would cost more. */
        public Money difference() {
            return outcome.minus(baseline);
        }
    }

    /** Returns what the month would cost more; less where it is negative. */
    public Money difference() {
        return outcome.totalExpenses().minus(baseline.totalExpenses());
    }

    /** Returns what each member would pay more, those who are there on either side; less where it is negative. */
    public Map<MemberKey, Money> memberDifferences() {
        Map<MemberKey, Money> before = totals(baseline);
        Map<MemberKey, Money> after = totals(outcome);
        Set<MemberKey> members = new LinkedHashSet<>(before.keySet());
        members.addAll(after.keySet());
        Map<MemberKey, Money> differences = new LinkedHashMap<>();
        members.forEach(member -> differences.put(
                member, after.getOrDefault(member, Money.ZERO).minus(before.getOrDefault(member, Money.ZERO))));
        return differences;
    }

    private static Map<MemberKey, Money> totals(MonthSummary summary) {
        return summary.plan().byMember(summary.memberTotals());
    }

    /** Returns the lines that would cost another amount, provisions first, then bills and categories. */
    public List<LineDifference> lineDifferences() {
        Map<Line, Money> before = lines(baseline);
        Map<Line, Money> after = lines(outcome);
        Set<Line> lines = new LinkedHashSet<>(before.keySet());
        lines.addAll(after.keySet());
        List<LineDifference> differences = new ArrayList<>();
        lines.stream().sorted(Comparator.comparingInt(SimulatedMonth::kind)).forEach(line -> {
            var both = new LineDifference(
                    line, before.getOrDefault(line, Money.ZERO), after.getOrDefault(line, Money.ZERO));
            if (!both.difference().isZero()) {
                differences.add(both);
            }
        });
        return differences;
    }

    private static int kind(Line line) {
        return line instanceof ProvisionLine ? 0 : line instanceof BillLine ? 1 : 2;
    }

    private static Map<Line, Money> lines(MonthSummary summary) {
        MonthPlan plan = summary.plan();
        Map<Line, Money> lines = new LinkedHashMap<>();
        plan.provisions()
                .forEach(line -> lines.put(new ProvisionLine(line.provision().id()), line.monthly()));
        plan.fixed().forEach(line -> lines.put(new BillLine(line.expense().id()), line.monthly()));
        summary.variable().forEach(line -> lines.put(new CategoryLine(line.category()), line.total()));
        return lines;
    }
}
