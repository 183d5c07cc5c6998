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
 * The totals of a month: the plan and the spending (formula 8).
 *
 * @param variable by name of category, the uncategorised last
 * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f8">Formula 8, the month</a>
 */
public record MonthSummary(MonthPlan plan, MonthFacts facts, List<VariableLine> variable) {

    /** Combines {@code plan} and {@code facts} of one month. */
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

    /** Combines another plan of the same month with {@code other} facts; what divides alike is taken over, not computed again. */
    public MonthSummary with(MonthPlan other, MonthFacts otherFacts) {
        return other.config().equals(plan.config()) && otherFacts.equals(facts)
                ? new MonthSummary(other, facts, variable)
                : of(other, otherFacts);
    }

    /** The rows of one category with the same split. */
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

    /** Returns the cost of the month: provisions and bills as planned, everyday spending as it was. */
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

    /** Returns the sum of the nets less the cost of the month; may be negative. */
    public Money netAvailable() {
        return plan.totalNet().minus(totalExpenses());
    }

    /** Returns the sum of all bills beside that of the FIXED transactions. */
    public Comparison fixed() {
        return new Comparison(plan.totalFixed(), actual(ExpenseType.FIXED).sum());
    }

    /** Returns the sum of all provisions beside that of the PROVISION transactions. */
    public Comparison provisions() {
        return new Comparison(
                plan.totalProvisions(), actual(ExpenseType.PROVISION).sum());
    }

    /** Returns the sum of all nets beside that of the INCOME transactions. */
    public Comparison income() {
        return new Comparison(plan.totalNet(), actual(ExpenseType.INCOME).sum());
    }

    /**
     * Returns, by folded category, the planned bills beside the FIXED transactions that paid them (formula 9).
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
     * Returns the sum of the rows that pay each bill, by id: rows that name it, and rows of a category that pays no other bill. Rows of a
     * category that pays several bills are in none of these.
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

    /** Returns the sum of rows that name no bill and whose category pays several, by folded category. */
    public SortedMap<String, Money> paidBySeveral() {
        SortedMap<String, Money> several = new TreeMap<>();
        BillPayments.of(plan, facts).several().forEach((category, paid) -> several.put(category, paid.sum()));
        return several;
    }

    /** Returns the sum of FIXED transactions whose category no bill in force names. */
    public Money unplanned() {
        return unplannedFixed().sum();
    }

    /** Returns the statistics of the FIXED transactions that pay no bill in force. */
    public Statistics unplannedFixed() {
        return BillPayments.of(plan, facts).unplanned();
    }

    /** Returns the sums of rows without a counterpart in the plan. */
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
     * Returns the actual cost of each bill by id, if it is known. It is unknown if its paying category pays several bills and rows of that
     * category name none.
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
     * Returns the INCOME rows of each member present: rows that name the member, and rows in the member's own account that name nobody.
     * Common incomes, and incomes of the pot without a name, are in none of these.
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

    /** Returns the budgets in force beside the spending of their categories. */
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
