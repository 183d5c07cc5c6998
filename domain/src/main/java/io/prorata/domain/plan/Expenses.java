package io.prorata.domain.plan;

import io.prorata.domain.ledger.CategoryChoice;
import io.prorata.domain.money.Money;
import io.prorata.domain.naming.Naming;
import io.prorata.domain.split.Shares;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The bills of a month by category, beside what paid them (formula 9).
 *
 * <p>Bills are grouped by their own category; the transactions that pay them by the category that pays, compared folded. Where one
 * paying category pays bills of several groups, what each group cost cannot be told apart.
 *
 * @param groups by name of category
 * @param paid by name of the category that pays; of a chosen category alone, what pays for it and nothing else
 * @param unplanned what FIXED transactions paid that no bill names; empty where one category is chosen
 * @param byBill what each bill cost by id, as far as that can be told ({@link MonthSummary#toldByBill})
 * @param budgets of the categories chosen, beside what was spent on them
 * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f9">Formula 9, plan against fact</a>
 */
public record Expenses(
        MonthPlan plan,
        List<Group> groups,
        List<Paid> paid,
        Optional<Money> unplanned,
        Map<Long, Money> byBill,
        List<BudgetLine> budgets) {

    /**
     * The bills of one category, by id.
     *
     * @param actual what the transactions that pay them come to; empty if they pay bills of other categories too
     */
    public record Group(String category, List<FixedLine> bills, Money monthly, Shares shares, Optional<Money> actual) {}

    /** What one category pays for. */
    public record Paid(String category, Comparison comparison) {}

    /** Puts the bills of {@code asked} beside what paid them. A name is that of a bill or of a budget, else whatever case and accents. */
    public static Expenses of(MonthSummary summary, CategoryChoice asked) {
        MonthPlan plan = summary.plan();
        CategoryChoice choice = asked.among(Stream.concat(
                        plan.fixed().stream().map(line -> line.expense().category()),
                        summary.budgets().stream()
                                .map(line -> line.plan().budget().category()))
                .toList());
        Map<String, List<FixedLine>> byCategory = new TreeMap<>(Naming.ORDER);
        Map<String, List<FixedLine>> byPayer = new LinkedHashMap<>();
        plan.fixed().forEach(line -> {
            byCategory
                    .computeIfAbsent(line.expense().category(), category -> new ArrayList<>())
                    .add(line);
            byPayer.computeIfAbsent(payer(line), category -> new ArrayList<>()).add(line);
        });
        Map<String, Comparison> comparisons = summary.fixedByCategory();
        List<Group> groups = byCategory.entrySet().stream()
                .filter(group -> choice.includes(group.getKey()))
                .map(group -> group(plan, group.getKey(), group.getValue(), byPayer, comparisons))
                .toList();
        boolean everything = choice instanceof CategoryChoice.Every;
        List<Paid> paid = byPayer.entrySet().stream()
                .filter(payer -> everything
                        || payer.getValue().stream()
                                .allMatch(line -> choice.includes(line.expense().category())))
                .map(payer -> new Paid(
                        payer.getValue().get(0).expense().paidBy(),
                        Objects.requireNonNull(comparisons.get(payer.getKey()))))
                .sorted((one, other) -> Naming.ORDER.compare(one.category(), other.category()))
                .toList();
        return new Expenses(
                plan,
                groups,
                paid,
                everything ? Optional.of(summary.unplanned()) : Optional.empty(),
                summary.toldByBill(),
                summary.budgets().stream()
                        .filter(line -> choice.includes(line.plan().budget().category()))
                        .toList());
    }

    /** Returns the sum of the groups: what the month carries of all bills chosen. */
    public Money monthly() {
        return Money.sum(groups.stream().map(Group::monthly).toList());
    }

    /** Returns what each member pays of it, the sum of their shares of every group. */
    public Shares shares() {
        return plan.sum(groups.stream().map(Group::shares).toList());
    }

    /** Returns what was paid: all FIXED transactions, or those of the chosen category if they can be told apart. */
    public Optional<Money> actual() {
        return unplanned
                .map(rest -> Money.sum(paid.stream()
                                .map(payer -> payer.comparison().actual())
                                .toList())
                        .plus(rest))
                .or(() -> groups.stream()
                        .map(Group::actual)
                        .reduce(Optional.of(Money.ZERO), (one, other) -> one.flatMap(sum -> other.map(sum::plus))));
    }

    private static Group group(
            MonthPlan plan,
            String category,
            List<FixedLine> lines,
            Map<String, List<FixedLine>> byPayer,
            Map<String, Comparison> comparisons) {
        Set<String> payers = lines.stream().map(Expenses::payer).collect(Collectors.toSet());
        boolean alone = payers.stream()
                .flatMap(payer -> byPayer.getOrDefault(payer, List.of()).stream())
                .allMatch(line -> line.expense().category().equals(category));
        return new Group(
                category,
                List.copyOf(lines),
                Money.sum(lines.stream().map(FixedLine::monthly).toList()),
                plan.sum(lines.stream().map(FixedLine::shares).toList()),
                alone
                        ? Optional.of(Money.sum(payers.stream()
                                .map(payer -> Objects.requireNonNull(comparisons.get(payer))
                                        .actual())
                                .toList()))
                        : Optional.empty());
    }

    private static String payer(FixedLine line) {
        return Naming.folded(line.expense().paidBy());
    }
}
