package io.prorata.domain.recognition;

import io.prorata.domain.expense.FixedTerms;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.money.Money;
import io.prorata.domain.plan.PlanBook;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which rows can be in a match of a month, or have paid a bill: the others change nothing that {@link MonthMatches} finds, so a store need
 * not read them. These can:
 *
 * <ul>
 *   <li>FIXED rows,
 *   <li>VARIABLE rows of the month that cost about as much as a bill,
 *   <li>rows that bring money, and rows that take as much as one of them brings,
 *   <li>rows entered by hand of the same amount as one of the bank's, and those of the bank.
 * </ul>
 *
 * @param month whose matches are looked for
 * @param bills what bills cost in the month, in order; no two of them overlap
 */
public record MatchCandidates(YearMonth month, List<Costs> bills) {

    /** Takes a copy. */
    public MatchCandidates {
        bills = List.copyOf(bills);
    }

    /**
     * What lines that look like a bill cost.
     *
     * @param least in minor units, above 0
     * @param most in minor units, included
     */
    public record Costs(long least, long most) {

        /** Returns what a line costs that differs from {@code amount} by at most a tenth of its own amount. */
        private static Costs about(Money amount) {
            long tenfold = Math.multiplyExact(amount.minor(), 10L);
            return new Costs(-Math.floorDiv(-tenfold, 11L), tenfold / 9);
        }

        private boolean contain(long cost) {
            return cost >= least && cost <= most;
        }
    }

    /** Returns the candidates of {@code month} by what {@code book} has planned for it. */
    public static MatchCandidates of(YearMonth month, PlanBook book) {
        List<Costs> each = book.fixed().stream()
                .flatMap(bill -> bill.terms().at(month).map(FixedTerms::amount).stream())
                .filter(amount -> !amount.isZero())
                .map(Costs::about)
                .sorted(Comparator.comparingLong(Costs::least))
                .toList();
        List<Costs> together = new ArrayList<>();
        for (Costs one : each) {
            Costs last = together.isEmpty() ? null : together.get(together.size() - 1);
            if (last != null && one.least() <= last.most() + 1) {
                together.set(together.size() - 1, new Costs(last.least(), Math.max(last.most(), one.most())));
            } else {
                together.add(one);
            }
        }
        return new MatchCandidates(month, together);
    }

    /** Returns those of {@code rows} that are candidates, in the same order. */
    public List<KnownRow> among(List<KnownRow> rows) {
        Set<Long> brought = amounts(rows, row -> amount(row) > 0);
        Set<Long> byHand = amounts(rows, KnownRow::byHand);
        Set<Long> ofBank = amounts(rows, row -> !row.byHand());
        return rows.stream()
                .filter(row -> paysOrLooksAsIfItPaid(row.row())
                        || amount(row) > 0
                        || brought.contains(-amount(row))
                        || (row.byHand() ? ofBank : byHand).contains(amount(row)))
                .toList();
    }

    private boolean paysOrLooksAsIfItPaid(Transaction row) {
        long spent = -row.line().amount().minor();
        return switch (row.classification().type()) {
            case FIXED -> true;
            case VARIABLE -> row.month().equals(month) && bills.stream().anyMatch(costs -> costs.contain(spent));
            case PROVISION, INCOME, TRANSFER -> false;
        };
    }

    private static Set<Long> amounts(List<KnownRow> rows, Predicate<KnownRow> wanted) {
        return rows.stream().filter(wanted).map(MatchCandidates::amount).collect(Collectors.toSet());
    }

    private static long amount(KnownRow row) {
        return row.row().line().amount().minor();
    }
}
