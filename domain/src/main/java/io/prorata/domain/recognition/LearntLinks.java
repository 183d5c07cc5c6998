package io.prorata.domain.recognition;

import io.prorata.domain.expense.DuePeriod;
import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.ledger.Attribution;
import io.prorata.domain.ledger.Classification;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.MoneySource;
import io.prorata.domain.ledger.PlanLink;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.money.Money;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Links that are learnt: a row that arrives names what the rows of the same payee and account have named before, if all of them named the
 * same (section 13 of the rules). A bill is named if the amount lies between half and twice what the payee was paid for it last, and at most
 * once for each time that it is due.
 */
public final class LearntLinks {

    private final Map<Long, FixedExpense> bills = new HashMap<>();
    private final Map<Key, Example> examples = new HashMap<>();
    private final Set<Key> contradictory = new HashSet<>();
    private final Set<Paid> paid = new HashSet<>();

    private record Key(String payee, @Nullable String account, boolean received) {

        static Key of(Transaction row) {
            return new Key(
                    Payee.of(row.line().label()),
                    row.line().account(),
                    row.line().amount().minor() > 0);
        }
    }

    /** What the latest row of a payee names. */
    private record Example(ExpenseType type, Optional<PlanLink> link, Optional<MoneySource> source, Money amount) {

        boolean names(Example other) {
            return type == other.type && link.equals(other.link) && source.equals(other.source);
        }
    }

    private record Paid(long bill, DuePeriod period) {}

    /**
     * Learns.
     *
     * @param linked rows that name a bill, a provision or whom they come from
     * @param bills those that are planned
     */
    public LearntLinks(Collection<Transaction> linked, List<FixedExpense> bills) {
        bills.forEach(bill -> this.bills.put(bill.id(), bill));
        linked.stream()
                .sorted(Comparator.comparing((Transaction row) -> row.line().date())
                        .thenComparingLong(Transaction::id))
                .forEach(this::learn);
    }

    private void learn(Transaction row) {
        Attribution attribution = row.attribution();
        var example = new Example(
                row.classification().type(),
                attribution.link(),
                attribution.source(),
                row.line().amount());
        Example before = examples.put(Key.of(row), example);
        if (before != null && !before.names(example)) {
            contradictory.add(Key.of(row));
        }
        attribution.bill().flatMap(bill -> due(bill, row)).ifPresent(paid::add);
    }

    /** Returns {@code row} with what has been learnt of its payee, typed by no person. */
    public Transaction applied(Transaction row) {
        Key key = Key.of(row);
        Example example = examples.get(key);
        if (example == null || contradictory.contains(key) || !fits(example, row)) {
            return row;
        }
        Classification was = row.classification();
        Transaction typed = row.with(
                new Classification(example.type(), was.category(), was.subcategory(), was.excluded()), row.typedBy());
        Attribution attribution = new Attribution(
                true, typed.attribution().split(), typed.attribution().payer(), example.link(), example.source());
        return typed.with(attribution);
    }

    private boolean fits(Example example, Transaction row) {
        PlanLink link = example.link().orElse(null);
        if (!(link instanceof PlanLink.Bill bill)) {
            return true;
        }
        long now = Math.abs(row.line().amount().minor());
        long last = Math.abs(example.amount().minor());
        Optional<Paid> due = due(bill.id(), row);
        return now * 2 >= last && now <= last * 2 && due.isPresent() && paid.add(due.get());
    }

    private Optional<Paid> due(long bill, Transaction row) {
        return Optional.ofNullable(bills.get(bill))
                .flatMap(known -> known.dueOn(row.line().date()))
                .map(period -> new Paid(bill, period));
    }
}
