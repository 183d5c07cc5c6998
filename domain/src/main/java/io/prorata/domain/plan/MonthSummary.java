package io.prorata.domain.plan;

import io.prorata.domain.account.Accounts;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.household.Party;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.GroupTotal;
import io.prorata.domain.ledger.MoneySource;
import io.prorata.domain.ledger.MonthFacts;
import io.prorata.domain.ledger.PaidFromProvision;
import io.prorata.domain.ledger.Statistics;
import io.prorata.domain.money.Money;
import io.prorata.domain.naming.Naming;
import io.prorata.domain.split.LineSplit;
import io.prorata.domain.split.Shares;
import io.prorata.domain.split.SplitText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a month comes to: the plan, and what was spent beside it (formula 8).
 *
 * @param variable by name of category, the uncategorised last
 * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f8">Formula 8, the month</a>
 */
public record MonthSummary(MonthPlan plan, MonthFacts facts, List<VariableLine> variable) {

    /** Puts {@code facts} beside {@code plan}; both are of one month. */
    public static MonthSummary of(MonthPlan plan, MonthFacts facts) {
        Map<@Nullable String, Map<String, VariableGroup>> groups = new TreeMap<>(Naming.ORDER);
        facts.counted().stream()
                .filter(group -> group.type() == ExpenseType.VARIABLE)
                .forEach(group -> {
                    LineSplit split = group.attribution().split().orElse(new LineSplit.ByKey());
                    groups.computeIfAbsent(group.category(), category -> new TreeMap<>())
                            .merge(
                                    SplitText.of(split),
                                    new VariableGroup(split, group.statistics()),
                                    VariableGroup::plus);
                });
        List<VariableLine> variable = new ArrayList<>();
        groups.forEach((category, parts) -> variable.add(line(plan, category, parts.values())));
        return new MonthSummary(plan, facts, List.copyOf(variable));
    }

    /** The rows of one category that divide alike. */
    private record VariableGroup(LineSplit split, Statistics statistics) {

        VariableGroup plus(VariableGroup other) {
            return new VariableGroup(split, statistics.plus(other.statistics));
        }

        boolean isByKey() {
            return split instanceof LineSplit.ByKey;
        }
    }

    private static VariableLine line(MonthPlan plan, @Nullable String category, Collection<VariableGroup> groups) {
        List<VariablePart> parts = groups.stream()
                .sorted(Comparator.comparing(VariableGroup::isByKey).reversed())
                .map(group -> {
                    MonthPlan.Divided divided = plan.divide(group.statistics().sum(), group.split());
                    return new VariablePart(group.split(), divided.keyInstead(), group.statistics(), divided.shares());
                })
                .toList();
        return new VariableLine(
                category,
                Statistics.sum(parts.stream().map(VariablePart::statistics).toList()),
                plan.sum(parts.stream().map(VariablePart::shares).toList()),
                parts);
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
        BillPayments paid = BillPayments.of(plan, facts);
        SortedMap<String, Comparison> comparisons = new TreeMap<>(Naming.ORDER);
        plan.fixed()
                .forEach(line -> comparisons.merge(
                        Naming.folded(line.expense().paidBy()),
                        new Comparison(
                                line.monthly(),
                                sum(paid.byBill().get(line.expense().id()))),
                        Comparison::plus));
        paid.several()
                .forEach((category, statistics) ->
                        comparisons.merge(category, new Comparison(Money.ZERO, statistics.sum()), Comparison::plus));
        return comparisons;
    }

    /**
     * Returns what the rows that pay each bill come to, by id: those that name it, and those of a category that pays no other. What rows paid of
     * which several bills could be meant is in none of these.
     */
    public Map<Long, Money> actualByBill() {
        BillPayments paid = BillPayments.of(plan, facts);
        Map<Long, Money> actual = new LinkedHashMap<>();
        plan.fixed()
                .forEach(line -> actual.put(
                        line.expense().id(),
                        sum(paid.byBill().get(line.expense().id()))));
        return Collections.unmodifiableMap(actual);
    }

    /** Returns what rows paid that name no bill and of whose category there are several, by folded category. */
    public SortedMap<String, Money> paidBySeveral() {
        SortedMap<String, Money> several = new TreeMap<>();
        BillPayments.of(plan, facts).several().forEach((category, paid) -> several.put(category, paid.sum()));
        return several;
    }

    /** Returns what FIXED transactions paid that no bill in force names. */
    public Money unplanned() {
        return unplannedFixed().sum();
    }

    /** Returns the statistics of the FIXED transactions that pay no bill in force. */
    public Statistics unplannedFixed() {
        return BillPayments.of(plan, facts).unplanned();
    }

    /** Returns what rows come to that nothing of the plan stands for. */
    public UnplannedRows unplannedRows() {
        Set<Long> inForce =
                plan.provisions().stream().map(line -> line.provision().id()).collect(Collectors.toSet());
        return new UnplannedRows(
                unplannedFixed(),
                Statistics.sum(facts.counted().stream()
                        .filter(group -> group.type() == ExpenseType.PROVISION
                                && group.attribution()
                                        .provision()
                                        .filter(inForce::contains)
                                        .isEmpty())
                        .map(GroupTotal::statistics)
                        .toList()));
    }

    /** Returns the statistics of all rows that were paid out of provisions. */
    public Statistics paidFromProvisions() {
        return Statistics.sum(facts.fromProvisions().stream()
                .map(PaidFromProvision::statistics)
                .toList());
    }

    /**
     * Returns what each bill cost by id, as far as that can be told: not of a bill of whose paying category there are several, where rows of
     * that category name none.
     */
    public Map<Long, Money> toldByBill() {
        BillPayments paid = BillPayments.of(plan, facts);
        Map<Long, Money> told = new LinkedHashMap<>();
        plan.fixed().stream()
                .filter(line ->
                        !paid.several().containsKey(Naming.folded(line.expense().paidBy())))
                .forEach(line -> told.put(
                        line.expense().id(),
                        sum(paid.byBill().get(line.expense().id()))));
        return Collections.unmodifiableMap(told);
    }

    /**
     * Returns what INCOME rows brought each member who is present: rows that name the member, and those in the member's own account that name
     * nobody. What is everybody's, or nobody's yet, is in none of these.
     */
    public Map<MemberKey, Money> received(Accounts accounts) {
        Map<MemberKey, Money> received = new LinkedHashMap<>();
        plan.members().forEach(member -> received.put(member, Money.ZERO));
        facts.counted().stream()
                .filter(group -> group.type() == ExpenseType.INCOME)
                .forEach(group -> receiver(group, accounts)
                        .ifPresent(member -> received.computeIfPresent(
                                member,
                                (key, sum) -> sum.plus(group.statistics().sum()))));
        return Collections.unmodifiableMap(received);
    }

    private Optional<MemberKey> receiver(GroupTotal group, Accounts accounts) {
        return group.attribution()
                .source()
                .map(source ->
                        source instanceof MoneySource.One one ? Optional.of(one.member()) : Optional.<MemberKey>empty())
                .orElseGet(() -> accounts.payer(group.key(), plan.month())
                        .filter(Party.One.class::isInstance)
                        .map(party -> ((Party.One) party).member()));
    }

    /** Returns the budgets in force beside what was spent on their categories. */
    public List<BudgetLine> budgets() {
        return plan.budgets().stream()
                .map(budget -> new BudgetLine(
                        budget,
                        Money.sum(variable.stream()
                                .filter(line -> line.category() != null
                                        && budget.budget().isOf(line.category()))
                                .map(VariableLine::total)
                                .toList())))
                .toList();
    }

    private static Money sum(@Nullable Statistics statistics) {
        return statistics == null ? Money.ZERO : statistics.sum();
    }

    private Statistics actual(ExpenseType type) {
        return facts.of(type);
    }
}
