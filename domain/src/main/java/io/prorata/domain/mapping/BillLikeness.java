package io.prorata.domain.mapping;

import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.expense.FixedTerms;
import io.prorata.domain.ledger.BankLine;
import io.prorata.domain.ledger.Classification;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.naming.Naming;
import io.prorata.domain.time.Timeline;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which bank lines look like a planned bill, so that rent is not counted twice: as the plan has it, and as everyday spending.
 *
 * <p>A line that spends money looks like a bill in force in its month if its category is the one that pays the bill or its label names the
 * bill, and it costs the same or nearly (within a tenth). An equal amount alone says nothing. A VARIABLE line that looks like a bill is
 * only reported: the household decides. A FIXED line pays it.
 */
public final class BillLikeness {

    private final List<FixedExpense> bills;

    /** Compares lines with these bills; among equals the first one is taken. */
    public BillLikeness(List<FixedExpense> bills) {
        this.bills = List.copyOf(bills);
    }

    /** A bill that a line looks like; {@code exact} if the amounts are equal. */
    public record Likeness(FixedExpense bill, boolean exact) {}

    /** Returns the bills that {@code line} looks like and is not counted as paying: exact amounts before near ones, then the first. */
    public List<Likeness> unmarked(BankLine line, Classification classification) {
        return of(line, classification, ExpenseType.VARIABLE);
    }

    /**
     * Returns the bill that a FIXED {@code line} pays: one that it looks like, or the only one in force that it names, with any amount.
     * Empty if that is unclear.
     */
    public Optional<FixedExpense> paid(BankLine line, Classification classification) {
        return of(line, classification, ExpenseType.FIXED).stream()
                .map(Likeness::bill)
                .findFirst()
                .or(() -> onlyNamed(line, classification));
    }

    private Optional<FixedExpense> onlyNamed(BankLine line, Classification classification) {
        if (classification.type() != ExpenseType.FIXED
                || classification.excluded()
                || !line.amount().isNegative()) {
            return Optional.empty();
        }
        List<FixedExpense> named = bills.stream()
                .filter(bill -> difference(bill, line).isPresent() && names(bill, line, classification))
                .toList();
        return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }

    private List<Likeness> of(BankLine line, Classification classification, ExpenseType type) {
        if (classification.type() != type
                || classification.excluded()
                || !line.amount().isNegative()) {
            return List.of();
        }
        return bills.stream()
                .flatMap(bill -> likeness(bill, line, classification).stream())
                .sorted(Comparator.comparing(Likeness::exact).reversed())
                .toList();
    }

    private static Optional<Likeness> likeness(FixedExpense bill, BankLine line, Classification classification) {
        return difference(bill, line)
                .filter(difference -> difference * 10 <= -line.amount().minor())
                .filter(difference -> names(bill, line, classification))
                .map(difference -> new Likeness(bill, difference == 0));
    }

    /** Returns by how much the line differs from one bill, in minor units; empty where the bill is not in force. */
    private static Optional<Long> difference(FixedExpense bill, BankLine line) {
        Timeline<FixedTerms> terms = bill.terms();
        return terms.at(YearMonth.from(line.date()))
                .filter(inForce -> !inForce.amount().isZero())
                .map(inForce -> Math.abs(inForce.amount().plus(line.amount()).minor()));
    }

    private static boolean names(FixedExpense bill, BankLine line, Classification classification) {
        return sameName(bill.paidBy(), classification.category())
                || sameName(bill.paidBy(), classification.subcategory())
                || Naming.withoutCase(line.label()).contains(Naming.withoutCase(bill.label()));
    }

    private static boolean sameName(String one, @Nullable String other) {
        return other != null && Naming.withoutCase(one).equals(Naming.withoutCase(other));
    }
}
