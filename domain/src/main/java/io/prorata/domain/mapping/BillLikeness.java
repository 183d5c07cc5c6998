package io.prorata.domain.mapping;

import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.expense.FixedTerms;
import io.prorata.domain.ledger.BankLine;
import io.prorata.domain.ledger.Classification;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.naming.Naming;
import io.prorata.domain.time.Timeline;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which bank lines look like a planned bill, so that rent is not counted twice: as the plan has it, and as everyday spending.
 *
 * <p>A VARIABLE line that spends money looks like a bill in force in its month if it costs exactly the same, or nearly (within a tenth)
 * while its category is the one that pays the bill or its label names the bill. It is only pointed out: the household decides.
 */
public final class BillLikeness {

    private final List<FixedExpense> bills;

    /** Looks for likeness to these bills, the first of which wins among equals. */
    public BillLikeness(List<FixedExpense> bills) {
        this.bills = List.copyOf(bills);
    }

    /** Returns the bill that {@code line} looks like: an exact amount before a near one, then the first by id. */
    public Optional<FixedExpense> of(BankLine line, Classification classification) {
        if (classification.type() != ExpenseType.VARIABLE
                || classification.excluded()
                || !line.amount().isNegative()) {
            return Optional.empty();
        }
        return bills.stream()
                .filter(bill -> sameAmount(bill, line))
                .findFirst()
                .or(() -> bills.stream()
                        .filter(bill -> nearAmount(bill, line) && names(bill, line, classification))
                        .findFirst());
    }

    private static boolean sameAmount(FixedExpense bill, BankLine line) {
        return difference(bill, line).filter(difference -> difference == 0).isPresent();
    }

    private static boolean nearAmount(FixedExpense bill, BankLine line) {
        return difference(bill, line)
                .filter(difference -> difference * 10 <= -line.amount().minor())
                .isPresent();
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
