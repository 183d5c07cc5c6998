package io.prorata.domain.recognition;

import io.prorata.domain.household.Member;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.MonthFacts;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.mapping.BillAssignment;
import io.prorata.domain.mapping.BillAssignment.Placed;
import io.prorata.domain.money.Money;
import io.prorata.domain.plan.MonthPlan;
import io.prorata.domain.plan.MonthSummary;
import io.prorata.domain.plan.PlanBook;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What is to confirm in a month: a match belongs to the month of its first row, so it is counted once. It depends on the rows of this month
 * and of its neighbours, on names, and on no plan of a later month.
 *
 * @param rows by id, those of some days around the month too
 */
public record MonthMatches(YearMonth month, List<Match> matches, Map<Long, Transaction> rows) {

    /** Looks through {@code known}, by what {@code book} has planned up to the month. */
    public static MonthMatches of(YearMonth month, KnownRows known, PlanBook book, List<Member> members) {
        Map<Long, Transaction> rows = new LinkedHashMap<>();
        known.rows().forEach(row -> rows.put(row.id(), row.row()));
        List<Match> matches =
                Recognition.of(known.rows(), bills(month, known, book), book.accounts(), members, known.rejected());
        return new MonthMatches(
                month,
                matches.stream()
                        .filter(match -> month.equals(first(match, rows).month()))
                        .toList(),
                rows);
    }

    /** A row of the month pays no bill that a row of the month, or of the days before it, has paid. */
    private static Map<Long, Long> bills(YearMonth month, KnownRows known, PlanBook book) {
        var assignment = new BillAssignment(book.fixed());
        Map<Long, Placed> lines = new LinkedHashMap<>();
        for (KnownRow one : known.rows()) {
            Transaction row = one.row();
            if (row.classification().type() == ExpenseType.FIXED && !row.month().isAfter(month)) {
                assignment.note(row);
            } else if (row.month().equals(month)) {
                lines.put(row.id(), new Placed(row.line(), row.classification()));
            }
        }
        Map<Long, Long> bills = new LinkedHashMap<>();
        assignment.assigned(assignment.candidates(lines)).forEach((row, bill) -> bills.put(row, bill.id()));
        return bills;
    }

    /**
     * Returns how much there is to confirm.
     *
     * @param plan of the month
     * @param facts of the month as they are
     */
    public ToConfirm toConfirm(MonthPlan plan, MonthFacts facts) {
        Money amount = Money.ZERO;
        List<Transaction> gone = new ArrayList<>();
        List<Transaction> come = new ArrayList<>();
        for (Match match : matches) {
            Transaction first = first(match, rows);
            amount = amount.plus(
                    first.classification().type().inSense(first.line().amount()));
            Confirmed confirmed = Confirmed.of(match, rows, Optional.empty());
            gone.addAll(confirmed.before());
            come.addAll(confirmed.after());
        }
        gone.removeIf(row -> !row.month().equals(month));
        come.removeIf(row -> !row.month().equals(month));
        Money total = MonthSummary.of(plan, facts).totalExpenses();
        return new ToConfirm(
                matches.size(),
                amount,
                total,
                matches.isEmpty()
                        ? total
                        : MonthSummary.of(plan, facts.after(gone, come)).totalExpenses());
    }

    private static Transaction first(Match match, Map<Long, Transaction> rows) {
        return Objects.requireNonNull(rows.get(match.rows().get(0)));
    }
}
