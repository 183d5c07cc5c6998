package io.prorata.domain.ledger;

import io.prorata.domain.naming.Naming;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
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

    public static final MonthFacts NONE = new MonthFacts(List.of());

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
                .filter(transaction -> !transaction.placing().excluded())
                .collect(Collectors.toMap(
                        transaction -> new Group(
                                transaction.placing().type(),
                                transaction.placing().category(),
                                transaction.placing().subcategory()),
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

    public Statistics of(ExpenseType type) {
        return sum(group -> group.type() == type);
    }

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

    private Statistics sum(Predicate<GroupTotal> wanted) {
        return Statistics.sum(
                groups.stream().filter(wanted).map(GroupTotal::statistics).toList());
    }
}
