package io.prorata.application.formula;

import io.prorata.domain.household.Party;
import io.prorata.domain.money.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Formula 16 as the rules state it: every division of the parties into groups is tried. For few parties. */
final class RowTransfers {

    private final List<Party> parties;
    private final List<Money> dues;
    private List<List<Integer>> best = List.of();

    private RowTransfers(List<Party> parties, List<Money> dues) {
        this.parties = parties;
        this.dues = dues;
    }

    /** A payment that is proposed. */
    record Payment(Party from, Party to, Money amount) {}

    /** @param dues of the members in order, then of the pot; together zero */
    static List<Payment> of(Map<Party, Money> dues) {
        var transfers = new RowTransfers(List.copyOf(dues.keySet()), List.copyOf(dues.values()));
        transfers.divide(0, new ArrayList<>());
        return transfers.best.stream()
                .flatMap(group -> transfers.within(group).stream())
                .toList();
    }

    /** Gives the party {@code next}, and all after it, to one of {@code groups} or to a new one. */
    private void divide(int next, List<List<Integer>> groups) {
        if (next == parties.size()) {
            if (groups.stream().allMatch(group -> sum(group).isZero()) && isBetter(groups)) {
                best = groups.stream().map(List::copyOf).toList();
            }
            return;
        }
        if (dues.get(next).isZero()) {
            divide(next + 1, groups);
            return;
        }
        for (List<Integer> group : List.copyOf(groups)) {
            group.add(next);
            divide(next + 1, groups);
            group.removeLast();
        }
        groups.add(new ArrayList<>(List.of(next)));
        divide(next + 1, groups);
        groups.removeLast();
    }

    /** The most groups; of as many the smallest, as lists of party numbers one after the other. */
    private boolean isBetter(List<List<Integer>> groups) {
        if (groups.size() != best.size()) {
            return groups.size() > best.size();
        }
        for (int g = 0; g < groups.size(); g++) {
            int order = compare(groups.get(g), best.get(g));
            if (order != 0) {
                return order < 0;
            }
        }
        return false;
    }

    private static int compare(List<Integer> one, List<Integer> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            if (!one.get(i).equals(other.get(i))) {
                return one.get(i) - other.get(i);
            }
        }
        return one.size() - other.size();
    }

    /** The largest payer pays the largest receiver, ties to the lower number, until nothing is left. */
    private List<Payment> within(List<Integer> group) {
        List<Payment> payments = new ArrayList<>();
        var left = new ArrayList<>(dues);
        Comparator<Integer> byDue = Comparator.comparing(left::get);
        while (true) {
            int payer = group.stream().min(byDue.reversed()).orElseThrow();
            int receiver = group.stream().min(byDue).orElseThrow();
            if (left.get(payer).isZero()) {
                return payments;
            }
            Money owed = left.get(receiver).negated();
            Money amount = left.get(payer).compareTo(owed) < 0 ? left.get(payer) : owed;
            left.set(payer, left.get(payer).minus(amount));
            left.set(receiver, left.get(receiver).plus(amount));
            payments.add(new Payment(parties.get(payer), parties.get(receiver), amount));
        }
    }

    private Money sum(List<Integer> group) {
        return Money.sum(group.stream().map(dues::get).toList());
    }
}
