package io.prorata.domain.plan;

import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.MonthFacts;
import io.prorata.domain.ledger.Statistics;
import io.prorata.domain.money.Money;
import io.prorata.domain.naming.Naming;
import io.prorata.domain.split.Shares;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a month comes to: the plan, and what was spent beside it (formula 8).
 *
 * @param variable by name of category, the uncategorised last
 * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f8">Formula 8, the month</a>
 */
public record MonthSummary(MonthPlan plan, MonthFacts facts, List<VariableLine> variable) {

    /** Puts {@code facts} beside {@code plan}; both are of one month. */
    public static MonthSummary of(MonthPlan plan, MonthFacts facts) {
        List<VariableLine> variable = facts.byCategory(ExpenseType.VARIABLE).entrySet().stream()
                .map(category -> new VariableLine(
                        category.getKey(),
                        category.getValue(),
                        plan.byKey(category.getValue().sum())))
                .toList();
        return new MonthSummary(plan, facts, variable);
    }

    /** Returns the sum of the totals of all categories. */
    public Money totalVariable() {
        return Money.sum(variable.stream().map(VariableLine::total).toList());
    }

    /** Returns what the month costs: provisions and bills as planned, everyday spending as it was. */
    public Money totalExpenses() {
        return plan.totalProvisions().plus(plan.totalFixed()).plus(totalVariable());
    }

    /** Returns what each member pays of everyday spending, the sum of their shares of every category. */
    public Shares variableShares() {
        return plan.sum(variable.stream().map(VariableLine::shares).toList());
    }

    /** Returns what each member pays this month: the sum of their shares of every line, never a ratio of the total. */
    public Shares memberTotals() {
        return plan.provisionShares().plus(plan.fixedShares()).plus(variableShares());
    }

    /** Returns what all nets leave after the month; negative where the month costs more. */
    public Money netAvailable() {
        return plan.totalNet().minus(totalExpenses());
    }

    /** Returns all bills beside the FIXED transactions. */
    public Comparison fixed() {
        return new Comparison(plan.totalFixed(), actual(ExpenseType.FIXED).sum());
    }

    /** Returns all provisions beside the PROVISION transactions. */
    public Comparison provisions() {
        return new Comparison(
                plan.totalProvisions(), actual(ExpenseType.PROVISION).sum());
    }

    /** Returns all nets beside the INCOME transactions. */
    public Comparison income() {
        return new Comparison(plan.totalNet(), actual(ExpenseType.INCOME).sum());
    }

    /**
     * Returns, by category without case, what bills were to cost beside the FIXED transactions that paid them (formula 9).
     *
     * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f9">Formula 9, plan against fact</a>
     */
    public SortedMap<String, Comparison> fixedByCategory() {
        SortedMap<String, Money> actual = actualFixed();
        SortedMap<String, Comparison> comparisons = new TreeMap<>(Naming.ORDER);
        plannedFixed()
                .forEach((category, planned) ->
                        comparisons.put(category, new Comparison(planned, actual.getOrDefault(category, Money.ZERO))));
        return comparisons;
    }

    /** Returns what FIXED transactions paid that no bill in force names. */
    public Money unplanned() {
        Money named = Money.sum(
                fixedByCategory().values().stream().map(Comparison::actual).toList());
        return actual(ExpenseType.FIXED).sum().minus(named);
    }

    private Statistics actual(ExpenseType type) {
        return facts.of(type);
    }

    private SortedMap<String, Money> plannedFixed() {
        SortedMap<String, Money> planned = new TreeMap<>(Naming.ORDER);
        plan.fixed()
                .forEach(line ->
                        planned.merge(Naming.withoutCase(line.expense().paidBy()), line.monthly(), Money::plus));
        return planned;
    }

    private SortedMap<String, Money> actualFixed() {
        SortedMap<String, Money> actual = new TreeMap<>(Naming.ORDER);
        facts.byCategory(ExpenseType.FIXED).forEach((category, statistics) -> {
            if (category != null) {
                actual.merge(Naming.withoutCase(category), statistics.sum(), Money::plus);
            }
        });
        return actual;
    }
}
