package io.prorata.domain.ledger;

import io.prorata.domain.naming.Naming;
import java.util.ArrayList;
import java.util.Collection;
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
 * What happened in one month, by type, category and subcategory.
 *
 * @param groups in the order of {@link GroupTotal#ORDER}
 */
public record MonthFacts(List<GroupTotal> groups) {

    /** Nothing happened. */
    public static final MonthFacts NONE = new MonthFacts(List.of());

    /** Puts the groups in order. */
    public MonthFacts {
        groups = groups.stream().sorted(GroupTotal.ORDER).toList();
    }

    /** Adds up the rows of one month; excluded ones do not count. */
    public static MonthFacts of(Collection<Transaction> transactions) {
        record Group(
                ExpenseType type,
                @Nullable String category,
                @Nullable String subcategory) {}
        var sums = transactions.stream()
                .filter(transaction -> !transaction.classification().excluded())
                .collect(Collectors.toMap(
                        transaction -> new Group(
                                transaction.classification().type(),
                                transaction.classification().category(),
                                transaction.classification().subcategory()),
                        transaction -> Statistics.of(transaction.line().amount()),
                        Statistics::plus));
        return new MonthFacts(sums.entrySet().stream()
                .map(sum -> GroupTotal.ofBank(
                        sum.getKey().type(),
                        sum.getKey().category(),
                        sum.getKey().subcategory(),
                        sum.getValue()))
                .toList());
    }

    /** Returns how many rows count: all that are not excluded, transfers among them. */
    public long count() {
        return groups.stream().mapToLong(group -> group.statistics().count()).sum();
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
        groups.stream()
                .filter(group -> group.type() == type)
                .forEach(group -> byCategory.merge(group.category(), group.statistics(), Statistics::plus));
        return byCategory;
    }

    /** Returns the facts of {@code types} and of the categories chosen alone. */
    public MonthFacts only(Set<ExpenseType> types, CategoryChoice choice) {
        return new MonthFacts(groups.stream()
                .filter(group -> types.contains(group.type()) && choice.includes(group.category()))
                .toList());
    }

    /** Returns what all rows add up to, of whatever type: a sum with a meaning where they are of one. */
    public Statistics all() {
        return sum(group -> true);
    }

    /** Returns the same facts as a tree: type, category, subcategory; nothing that has no rows. */
    public List<TypeTotal> tree() {
        Map<ExpenseType, Map<@Nullable String, List<SubcategoryTotal>>> tree = new TreeMap<>();
        groups.forEach(group -> tree.computeIfAbsent(group.type(), type -> new TreeMap<>(Naming.ORDER))
                .computeIfAbsent(group.category(), category -> new ArrayList<>())
                .add(new SubcategoryTotal(group.subcategory(), group.statistics())));
        List<TypeTotal> types = new ArrayList<>();
        tree.forEach((type, categories) -> {
            List<CategoryTotal> totals = new ArrayList<>();
            categories.forEach(
                    (category, subcategories) -> totals.add(new CategoryTotal(type, category, subcategories)));
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
                groups.stream().filter(wanted).map(GroupTotal::statistics).toList());
    }
}
