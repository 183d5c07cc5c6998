package io.prorata.domain.ledger;

import io.prorata.domain.money.Money;
import io.prorata.domain.naming.Naming;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one month, by group.
 *
 * <p>Sums, counts and statistics include the rows that count: common rows that were not paid out of a provision.
 *
 * @param groups in the order of {@link GroupTotal#ORDER}, one for each key; also of rows that do not count
 */
public record MonthFacts(List<GroupTotal> groups) {

    /** A month without rows. */
    public static final MonthFacts NONE = new MonthFacts(List.of());

    /** Sorts the groups, and refuses two with one key, with an {@link IllegalArgumentException}. */
    public MonthFacts {
        groups = groups.stream().sorted(GroupTotal.ORDER).toList();
        if (groups.stream().map(GroupTotal::key).distinct().count() < groups.size()) {
            throw new IllegalArgumentException("two groups of one key");
        }
    }

    /** Adds up the rows of one month; excluded rows do not count. */
    public static MonthFacts of(Collection<Transaction> transactions) {
        Map<GroupKey, Statistics> sums = transactions.stream()
                .filter(transaction -> !transaction.classification().excluded())
                .collect(Collectors.toMap(
                        GroupKey::of,
                        transaction -> Statistics.of(transaction.line().amount()),
                        Statistics::plus));
        return new MonthFacts(sums.entrySet().stream()
                .map(sum -> GroupTotal.ofBank(sum.getKey(), sum.getValue()))
                .toList());
    }

    /**
     * Returns these facts without the rows {@code gone} and with the rows {@code come}, all of this month. The smallest and largest amounts
     * are then unknown.
     *
     * @throws IllegalArgumentException if a removed row is not in the facts
     */
    public MonthFacts after(Collection<Transaction> gone, Collection<Transaction> come) {
        Map<GroupKey, Statistics> sums = new HashMap<>();
        groups.forEach(group -> sums.put(
                group.key(),
                Statistics.summed(group.statistics().count(), group.statistics().sum())));
        // Rows are added first: a group that is empty in between would lose its sum.
        MonthFacts.of(come)
                .groups()
                .forEach(group -> sums.merge(
                        group.key(),
                        Statistics.summed(
                                group.statistics().count(), group.statistics().sum()),
                        Statistics::plus));
        MonthFacts.of(gone)
                .groups()
                .forEach(group -> sums.compute(
                        group.key(),
                        (key, before) -> less(before == null ? Statistics.NONE : before, group.statistics())));
        return new MonthFacts(sums.entrySet().stream()
                .filter(sum -> sum.getValue().count() > 0)
                .map(sum -> new GroupTotal(sum.getKey(), sum.getValue()))
                .toList());
    }

    private static Statistics less(Statistics before, Statistics gone) {
        long left = before.count() - gone.count();
        Money sum = before.sum().minus(gone.sum());
        if (left < 0 || (left == 0 && !sum.isZero())) {
            throw new IllegalArgumentException("the removed rows are not in the facts");
        }
        return Statistics.summed(left, sum);
    }

    /** Returns the groups of rows that count. */
    public List<GroupTotal> counted() {
        return groups.stream().filter(group -> group.key().counts()).toList();
    }

    /** Returns the statistics of the rows that were paid out of provisions, in order of provisions, then of categories. */
    public List<PaidFromProvision> fromProvisions() {
        Map<PaidFromProvision.Kind, Statistics> sums = new TreeMap<>(PaidFromProvision.Kind.ORDER);
        groups.stream()
                .filter(group -> group.key().isPaidFromProvision())
                .forEach(group ->
                        sums.merge(PaidFromProvision.Kind.of(group.key()), group.statistics(), Statistics::plus));
        return sums.entrySet().stream()
                .map(sum -> new PaidFromProvision(sum.getKey(), sum.getValue()))
                .toList();
    }

    /** Returns the number of rows that count, transfers included. */
    public long count() {
        return counted().stream().mapToLong(group -> group.statistics().count()).sum();
    }

    /** Returns the statistics of all rows of {@code type}. */
    public Statistics of(ExpenseType type) {
        return sum(group -> group.type() == type);
    }

    /** Returns the statistics of the rows of {@code type} in one category; without one, of the uncategorised. */
    public Statistics of(ExpenseType type, @Nullable String category) {
        return sum(group -> group.type() == type && Objects.equals(group.category(), category));
    }

    /** Returns the statistics of {@code type} by category, in order of names, the uncategorised last. */
    public SortedMap<@Nullable String, Statistics> byCategory(ExpenseType type) {
        SortedMap<@Nullable String, Statistics> byCategory = new TreeMap<>(Naming.ORDER);
        counted().stream()
                .filter(group -> group.type() == type)
                .forEach(group -> byCategory.merge(group.category(), group.statistics(), Statistics::plus));
        return byCategory;
    }

    /** Returns the facts of {@code types} and of the chosen categories alone. */
    public MonthFacts only(Set<ExpenseType> types, CategoryChoice choice) {
        return new MonthFacts(groups.stream()
                .filter(group -> types.contains(group.type()) && choice.includes(group.category()))
                .toList());
    }

    /** Returns {@code choice} with the name as rows of this month spell it; where none has it, as it was asked for. */
    public CategoryChoice spelled(CategoryChoice choice) {
        return choice.among(groups.stream().map(GroupTotal::category).toList());
    }

    /** Returns the statistics of all rows of all types; the sum has a meaning only if they are of one type. */
    public Statistics all() {
        return sum(group -> true);
    }

    /** Returns the same facts as a tree: type, category, subcategory; only nodes with rows. */
    public List<TypeTotal> tree() {
        Map<ExpenseType, Map<@Nullable String, Map<@Nullable String, Statistics>>> tree = new TreeMap<>();
        counted()
                .forEach(group -> tree.computeIfAbsent(group.type(), type -> new TreeMap<>(Naming.ORDER))
                        .computeIfAbsent(group.category(), category -> new TreeMap<>(Naming.ORDER))
                        .merge(group.subcategory(), group.statistics(), Statistics::plus));
        List<TypeTotal> types = new ArrayList<>();
        tree.forEach((type, categories) -> {
            List<CategoryTotal> totals = new ArrayList<>();
            categories.forEach((category, subcategories) -> {
                List<SubcategoryTotal> parts = new ArrayList<>();
                subcategories.forEach((name, statistics) -> parts.add(new SubcategoryTotal(name, statistics)));
                totals.add(new CategoryTotal(type, category, parts));
            });
            types.add(new TypeTotal(type, totals));
        });
        return List.copyOf(types);
    }

    /** Returns the totals of each category and type, in the order of the tree. */
    public List<CategoryTotal> categories() {
        return tree().stream().flatMap(type -> type.categories().stream()).toList();
    }

    private Statistics sum(Predicate<GroupTotal> wanted) {
        return Statistics.sum(
                counted().stream().filter(wanted).map(GroupTotal::statistics).toList());
    }
}
