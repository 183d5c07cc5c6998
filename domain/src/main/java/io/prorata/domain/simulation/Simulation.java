package io.prorata.domain.simulation;

import io.prorata.domain.household.MemberKey;
import io.prorata.domain.ledger.MonthFacts;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.money.Money;
import io.prorata.domain.plan.MonthPlan;
import io.prorata.domain.plan.MonthSummary;
import io.prorata.domain.plan.PlanBook;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * Months as they are beside the same months after changes that nobody has made.
 *
 * @param months in order
 */
public record Simulation(List<SimulatedMonth> months) {

    /** So many months at most. */
    public static final int MOST_MONTHS = 60;

    /** Takes a copy of the months. */
    public Simulation {
        months = List.copyOf(months);
    }

    /**
     * Puts the months from {@code from} to {@code to} side by side.
     *
     * @param facts of each of these months; of one without rows there may be nothing
     * @param changes in the order in which they would be made
     * @throws ContradictionException of a change that cannot be made after those before it
     * @throws IllegalArgumentException if there are no months, or more than {@value #MOST_MONTHS}
     */
    public static Simulation of(
            PlanBook book,
            Map<YearMonth, MonthFacts> facts,
            List<SupposedChange> changes,
            YearMonth from,
            YearMonth to) {
        requireFew(from, to);
        SupposedBooks supposed = SupposedBooks.of(book, facts, changes);
        return between(book, facts, supposed.book(), supposed, from, to);
    }

    /**
     * Puts the months from {@code from} to {@code to} side by side, of a plan and of what somebody else has made of it.
     *
     * @param after the plan after the changes
     * @param rows that are not in the ledger; a provision of {@code after} that one of them names counts it
     * @throws IllegalArgumentException if there are no months, or more than {@value #MOST_MONTHS}
     */
    public static Simulation between(
            PlanBook book,
            Map<YearMonth, MonthFacts> facts,
            PlanBook after,
            List<Transaction> rows,
            YearMonth from,
            YearMonth to) {
        requireFew(from, to);
        List<SupposedChange> recorded =
                List.copyOf(rows.stream().map(SupposedChange.RowRecorded::new).toList());
        SupposedBooks supposed = SupposedBooks.of(after, facts, recorded);
        return between(book, facts, supposed.book(), supposed, from, to);
    }

    private static void requireFew(YearMonth from, YearMonth to) {
        long months = ChronoUnit.MONTHS.between(from, to) + 1;
        if (months < 1 || months > MOST_MONTHS) {
            throw new IllegalArgumentException("a simulation has 1 to " + MOST_MONTHS + " months");
        }
    }

    private static Simulation between(
            PlanBook before,
            Map<YearMonth, MonthFacts> facts,
            PlanBook after,
            SupposedBooks supposed,
            YearMonth from,
            YearMonth to) {
        PlanBook.BothPlans plans = before.beside(after, from, to);
        List<SimulatedMonth> simulated = new ArrayList<>();
        for (int i = 0; i < plans.before().size(); i++) {
            MonthPlan plan = plans.before().get(i);
            MonthSummary baseline = MonthSummary.of(plan, facts.getOrDefault(plan.month(), MonthFacts.NONE));
            simulated.add(
                    SimulatedMonth.of(baseline, baseline.with(plans.after().get(i), supposed.facts(plan.month()))));
        }
        return new Simulation(simulated);
    }

    /** Returns what each member would pay more over all months, in the order in which they appear; less where it is negative. */
    public Map<MemberKey, Money> memberDifferences() {
        Map<MemberKey, Money> sums = new LinkedHashMap<>();
        months.forEach(
                month -> month.memberDifferences().forEach((member, more) -> sums.merge(member, more, Money::plus)));
        return sums;
    }

    /** Returns the sums of all months as they are. */
    public Figures baseline() {
        return months.stream().map(SimulatedMonth::before).reduce(Figures.NONE, Figures::plus);
    }

    /** Returns the sums of all months as they would be. */
    public Figures outcome() {
        return months.stream().map(SimulatedMonth::after).reduce(Figures.NONE, Figures::plus);
    }

    /** Returns the name of a line, as it would be called; empty for uncategorised spending. */
    public Optional<String> name(SimulatedMonth.Line line) {
        if (line instanceof SimulatedMonth.CategoryLine category) {
            return Optional.ofNullable(category.name());
        }
        return months.stream()
                .flatMap(month -> Stream.of(month.outcome(), month.baseline()))
                .flatMap(summary -> name(summary.plan(), line).stream())
                .findFirst();
    }

    private static Optional<String> name(MonthPlan plan, SimulatedMonth.Line line) {
        if (line instanceof SimulatedMonth.ProvisionLine provision) {
            return named(
                    plan.provisions(),
                    it -> it.provision().id(),
                    provision.id(),
                    it -> it.provision().card().name());
        }
        return line instanceof SimulatedMonth.BillLine bill
                ? named(
                        plan.fixed(),
                        it -> it.expense().id(),
                        bill.id(),
                        it -> it.expense().label())
                : named(
                        plan.budgets(),
                        it -> it.budget().id(),
                        ((SimulatedMonth.BudgetLine) line).id(),
                        it -> it.budget().category());
    }

    private static <T> Optional<String> named(
            List<T> lines, ToLongFunction<T> id, long wanted, Function<T, String> name) {
        return lines.stream()
                .filter(line -> id.applyAsLong(line) == wanted)
                .map(name)
                .findFirst();
    }

    /** Returns the lines that would cost another amount or divide otherwise in any month, with the sums of those months. */
    public List<SimulatedMonth.LineDifference> lineDifferences() {
        return sums(SimulatedMonth::lineDifferences);
    }

    /** Returns the budgets that would be another amount or divide otherwise in any month, with the sums of those months. */
    public List<SimulatedMonth.LineDifference> budgetDifferences() {
        return sums(SimulatedMonth::budgetDifferences);
    }

    private List<SimulatedMonth.LineDifference> sums(
            Function<SimulatedMonth, List<SimulatedMonth.LineDifference>> differences) {
        Map<SimulatedMonth.Line, SimulatedMonth.LineDifference> sums = new LinkedHashMap<>();
        months.forEach(month -> differences
                .apply(month)
                .forEach(line -> sums.merge(line.line(), line, SimulatedMonth.LineDifference::plus)));
        return sums.values().stream()
                .sorted(Comparator.comparingInt(line -> SimulatedMonth.kind(line.line())))
                .toList();
    }

    /** Returns what the household would pay more over all months. */
    public Money difference() {
        return Money.sum(months.stream().map(SimulatedMonth::difference).toList());
    }
}
