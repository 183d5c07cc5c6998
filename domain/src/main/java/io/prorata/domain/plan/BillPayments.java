package io.prorata.domain.plan;

import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.GroupTotal;
import io.prorata.domain.ledger.MonthFacts;
import io.prorata.domain.ledger.Statistics;
import io.prorata.domain.naming.Naming;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The bills that the FIXED rows of a month pay: the bill that a row names, else the only one in force with the paying category of the row.
 *
 * @param byBill by id, bills in force alone; a bill without rows has no entry
 * @param several rows that name no bill, by folded category, if the category pays more than one bill in force
 * @param unplanned rows that pay no bill in force
 */
record BillPayments(Map<Long, Statistics> byBill, SortedMap<String, Statistics> several, Statistics unplanned) {

    BillPayments {
        byBill = Map.copyOf(byBill);
        several = Collections.unmodifiableSortedMap(new TreeMap<>(several));
    }

    static BillPayments of(MonthPlan plan, MonthFacts facts) {
        Map<String, List<Long>> byCategory = new HashMap<>();
        plan.fixed()
                .forEach(line -> byCategory
                        .computeIfAbsent(Naming.folded(line.expense().paidBy()), category -> new ArrayList<>())
                        .add(line.expense().id()));
        Map<Long, Statistics> byBill = new HashMap<>();
        SortedMap<String, Statistics> several = new TreeMap<>();
        Statistics unplanned = Statistics.NONE;
        for (GroupTotal group : facts.counted()) {
            if (group.type() != ExpenseType.FIXED) {
                continue;
            }
            String category = folded(group.category());
            List<Long> bills = group.attribution()
                    .bill()
                    .map(named -> plan.fixed().stream()
                            .map(line -> line.expense().id())
                            .filter(named::equals)
                            .toList())
                    .orElseGet(() -> byCategory.getOrDefault(category, List.of()));
            if (bills.isEmpty()) {
                unplanned = unplanned.plus(group.statistics());
            } else if (bills.size() == 1) {
                byBill.merge(bills.get(0), group.statistics(), Statistics::plus);
            } else {
                several.merge(category, group.statistics(), Statistics::plus);
            }
        }
        return new BillPayments(byBill, several, unplanned);
    }

    /** No name is empty. */
    private static String folded(@Nullable String category) {
        return category == null ? "" : Naming.folded(category);
    }
}
