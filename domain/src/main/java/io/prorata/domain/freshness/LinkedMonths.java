package io.prorata.domain.freshness;

import io.prorata.domain.ledger.Transaction;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a change of rows makes stale besides the months of the rows.
 *
 * @param plan the earliest month of rows that name a provision, before or after the change; the plan depends on them
 * @param settled the months of settlements that name such rows
 */
public record LinkedMonths(Optional<YearMonth> plan, SortedSet<YearMonth> settled) {

    /** For rows that name no provision and that no settlement names. */
    public static final LinkedMonths NONE = new LinkedMonths(Optional.empty(), Change.months(Set.of()));

    /** Takes a copy of the months. */
    public LinkedMonths {
        settled = Change.months(settled);
    }

    /**
     * For rows before and after a change: a row that is in one of the two lists alone was added or removed.
     *
     * @param settled the months of settlements that name rows of their months
     */
    public static LinkedMonths of(
            Collection<Transaction> before, Collection<Transaction> after, SortedSet<YearMonth> settled) {
        Set<Long> naming = new HashSet<>();
        Map<Long, YearMonth> earliest = new HashMap<>();
        Stream.concat(before.stream(), after.stream()).forEach(row -> {
            earliest.merge(row.id(), row.month(), (one, other) -> one.isBefore(other) ? one : other);
            if (row.attribution().provision().isPresent()) {
                naming.add(row.id());
            }
        });
        return new LinkedMonths(
                earliest.entrySet().stream()
                        .filter(row -> naming.contains(row.getKey()))
                        .map(Map.Entry::getValue)
                        .min(YearMonth::compareTo),
                settled);
    }

    /** Returns the union of both. */
    public LinkedMonths and(LinkedMonths other) {
        SortedSet<YearMonth> both = new TreeSet<>(settled);
        both.addAll(other.settled);
        return new LinkedMonths(
                Stream.concat(plan.stream(), other.plan.stream()).min(YearMonth::compareTo), both);
    }

    Set<Scope> with(Set<Scope> others) {
        return Stream.of(
                        others.stream(),
                        plan.<Scope>map(Scope.Plan::new).stream(),
                        settled.stream().<Scope>map(Scope.Ledger::new))
                .flatMap(scopes -> scopes)
                .collect(Collectors.toUnmodifiableSet());
    }
}
