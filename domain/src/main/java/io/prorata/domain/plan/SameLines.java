package io.prorata.domain.plan;

import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.provision.Provision;
import io.prorata.domain.time.Timeline;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The lines of planned months that the same months of another plan have too, because all that they are computed from is the same: the bill,
 * provision or budget, the config of the month, and, where money accrues, the configs of all months before.
 *
 * @param months those with the same config
 * @param otherConfigs the first month in which the configs may differ; empty if they are the same in all months
 */
record SameLines(
        Set<Long> provisions,
        Set<Long> bills,
        Set<Long> budgets,
        Map<YearMonth, Lines> months,
        Optional<YearMonth> otherConfigs) {

    /** Of plans that have nothing in common. */
    static final SameLines NONE = new SameLines(Set.of(), Set.of(), Set.of(), Map.of(), Optional.empty());

    /** Returns what {@code plans}, of the plan {@code before}, have in common with the same months of the plan {@code after}. */
    static SameLines of(PlanBook before, List<MonthPlan> plans, PlanBook after) {
        Map<YearMonth, Lines> months = new HashMap<>();
        plans.stream()
                .filter(plan -> plan.config().equals(after.configs().at(plan.month())))
                .forEach(plan -> months.put(plan.month(), Lines.of(plan)));
        return new SameLines(
                same(before.provisions(), after.provisions(), Provision::id),
                same(before.fixed(), after.fixed(), FixedExpense::id),
                same(before.budgets(), after.budgets(), Budget::id),
                months,
                firstDifference(before.configs(), after.configs()));
    }

    private static <T> Set<Long> same(List<T> before, List<T> after, ToLongFunction<T> id) {
        Map<Long, T> known = byId(before, id);
        return after.stream()
                .filter(one -> one.equals(known.get(id.applyAsLong(one))))
                .map(id::applyAsLong)
                .collect(Collectors.toSet());
    }

    private static <T> Map<Long, T> byId(List<T> things, ToLongFunction<T> id) {
        return things.stream().collect(Collectors.toMap(id::applyAsLong, Function.identity()));
    }

    private static <T> Optional<YearMonth> firstDifference(Timeline<T> before, Timeline<T> after) {
        Set<Timeline.Entry<T>> both = new HashSet<>(before.entries());
        both.retainAll(after.entries());
        return Stream.concat(before.entries().stream(), after.entries().stream())
                .filter(entry -> !both.contains(entry))
                .map(Timeline.Entry::from)
                .min(YearMonth::compareTo);
    }

    /** The lines of a month, by the ids of what they are of. */
    private record Lines(
            Map<Long, ProvisionLine> provisions,
            Map<Long, ProvisionLine> ended,
            Map<Long, FixedLine> bills,
            Map<Long, BudgetPlan> budgets) {

        static Lines of(MonthPlan plan) {
            return new Lines(
                    byId(plan.provisions(), line -> line.provision().id()),
                    byId(plan.ended(), line -> line.provision().id()),
                    byId(plan.fixed(), line -> line.expense().id()),
                    byId(plan.budgets(), line -> line.budget().id()));
        }
    }

    /** Returns whether every month up to {@code last} has the same line of {@code provision}. */
    boolean hasUntil(YearMonth last, Provision provision) {
        return provisions.contains(provision.id()) && hasSameConfigsUntil(last);
    }

    private boolean hasSameConfigsUntil(YearMonth month) {
        return otherConfigs.isEmpty() || month.isBefore(otherConfigs.get());
    }

    /** Returns whether the line of {@code provision} is the same in {@code month}, or is in neither plan. */
    boolean has(YearMonth month, Provision provision) {
        return provisions.contains(provision.id())
                && months.containsKey(month)
                && (hasSameConfigsUntil(month) || provision.isMovedByFactsAlone(month));
    }

    /** Returns whether {@code bill} is the same in both plans. */
    boolean has(FixedExpense bill) {
        return bills.contains(bill.id());
    }

    /** Returns whether the line of {@code bill} is the same in {@code month}, or is in neither plan. */
    boolean has(YearMonth month, FixedExpense bill) {
        return has(bill) && months.containsKey(month);
    }

    /** Returns whether the line of {@code budget} is the same in {@code month}, or is in neither plan. */
    boolean has(YearMonth month, Budget budget) {
        return budgets.contains(budget.id()) && months.containsKey(month);
    }

    /** Returns the line, if the month has one. */
    Optional<ProvisionLine> line(YearMonth month, Provision provision) {
        return Optional.ofNullable(in(month).provisions().get(provision.id()));
    }

    /** Returns the line of what was left in it when it ended, if the month has one. */
    Optional<ProvisionLine> endedLine(YearMonth month, Provision provision) {
        return Optional.ofNullable(in(month).ended().get(provision.id()));
    }

    /** Returns the line, if the month has one. */
    Optional<FixedLine> line(YearMonth month, FixedExpense bill) {
        return Optional.ofNullable(in(month).bills().get(bill.id()));
    }

    /** Returns the line, if the month has one. */
    Optional<BudgetPlan> line(YearMonth month, Budget budget) {
        return Optional.ofNullable(in(month).budgets().get(budget.id()));
    }

    private Lines in(YearMonth month) {
        return Optional.ofNullable(months.get(month)).orElseThrow();
    }
}
