package io.prorata.domain.expense;

import io.prorata.domain.money.Money;
import io.prorata.domain.provision.SavingMonth;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What several months carry of a bill. What is put aside for a due month depends on the months before: it is computed once for all of them.
 */
public final class BillMonths {

    private final FixedExpense bill;
    private final Map<YearMonth, SavingMonth> saved;

    BillMonths(FixedExpense bill, Collection<SavingMonth> saved) {
        this.bill = bill;
        this.saved = saved.stream().collect(Collectors.toMap(SavingMonth::month, Function.identity()));
    }

    /** Returns the bill. */
    public FixedExpense bill() {
        return bill;
    }

    /**
     * Returns what {@code month} carries of the bill, as {@link FixedExpense#partOf}.
     *
     * @param month one of these months
     */
    public Money partOf(YearMonth month) {
        return savedIn(month).map(SavingMonth::planned).orElseGet(() -> bill.steadyPartOf(month));
    }

    /**
     * Returns what {@code month} puts aside for the bill's due month, as {@link FixedExpense#savedIn}; empty where its terms name none.
     *
     * @param month one of these months
     */
    public Optional<SavingMonth> savedIn(YearMonth month) {
        return Optional.ofNullable(saved.get(month));
    }
}
