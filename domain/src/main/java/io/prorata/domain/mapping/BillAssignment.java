package io.prorata.domain.mapping;

import io.prorata.domain.expense.DuePeriod;
import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.ledger.Attribution;
import io.prorata.domain.ledger.BankLine;
import io.prorata.domain.ledger.Classification;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.mapping.BillLikeness.Likeness;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which lines pay which planned bills: each bill at most once for each time that it is due. */
public final class BillAssignment {

    private final List<FixedExpense> bills;
    private final BillLikeness likeness;
    private final Set<Due> paid = new HashSet<>();

    /** One bill of a row of bills. */
    private record Due(long bill, DuePeriod period) {}

    /** Of these bills, of which none is paid yet. */
    public BillAssignment(List<FixedExpense> bills) {
        this.bills = List.copyOf(bills);
        this.likeness = new BillLikeness(bills);
    }

    /** A line, and where it is counted. */
    public record Placed(BankLine line, Classification classification) {}

    /** A line that looks like {@code bills}, and what it is to the caller. */
    private record Candidate<T>(T key, BankLine line, List<Likeness> bills) {

        boolean exact() {
            return bills.get(0).exact();
        }
    }

    /** Lines of everyday spending that look like bills. */
    public static final class Candidates<T> {

        private final List<Candidate<T>> lines;

        private Candidates(List<Candidate<T>> lines) {
            this.lines = lines;
        }

        /** Returns the days in which the bills that they look like are due, from the first to the last; empty if there are none. */
        public Optional<DuePeriod> days() {
            Optional<LocalDate> first = periods().map(DuePeriod::first).min(Comparator.naturalOrder());
            Optional<LocalDate> last = periods().map(DuePeriod::last).max(Comparator.naturalOrder());
            return first.isPresent() && last.isPresent()
                    ? Optional.of(new DuePeriod(first.get(), last.get()))
                    : Optional.empty();
        }

        private Stream<DuePeriod> periods() {
            return lines.stream()
                    .flatMap(candidate -> candidate.bills().stream()
                            .flatMap(like -> like.bill().dueOn(candidate.line().date()).stream()));
        }
    }

    /** Notes a line, if it is counted as paying a bill. */
    public void note(BankLine line, Classification classification) {
        likeness.paid(line, classification)
                .ifPresent(bill -> bill.dueOn(line.date()).ifPresent(period -> paid.add(new Due(bill.id(), period))));
    }

    /** Notes a row, if it pays a bill: one that names its bill pays that one, whatever it looks like. */
    public void note(Transaction row) {
        note(row.line(), row.classification(), row.attribution());
    }

    /** As {@link #note(Transaction)}, of a line that is no row yet. */
    public void note(BankLine line, Classification classification, Attribution attribution) {
        Optional<Long> named = attribution.bill();
        if (named.isEmpty()) {
            note(line, classification);
        }
        named.flatMap(id -> bills.stream().filter(bill -> bill.id() == id).findFirst())
                .flatMap(bill -> bill.dueOn(line.date()).map(period -> new Due(bill.id(), period)))
                .ifPresent(paid::add);
    }

    /** Returns whether {@code line} looks like a bill that it is not counted as paying. */
    public boolean looksLikeABill(BankLine line, Classification classification) {
        return !likeness.unmarked(line, classification).isEmpty();
    }

    /**
     * Returns those of {@code lines} that look like bills which they are not counted as paying.
     *
     * @param lines by what they are to the caller, in the caller's order
     */
    public <T> Candidates<T> candidates(Map<T, Placed> lines) {
        List<Candidate<T>> candidates = new ArrayList<>();
        lines.forEach((key, placed) -> {
            List<Likeness> like = likeness.unmarked(placed.line(), placed.classification());
            if (!like.isEmpty()) {
                candidates.add(new Candidate<>(key, placed.line(), like));
            }
        });
        candidates.sort(Comparator.comparing((Candidate<T> candidate) -> !candidate.exact())
                .thenComparing(candidate -> candidate.line().date()));
        return new Candidates<>(candidates);
    }

    /**
     * Returns the bill that each candidate pays, without those that look like one that is paid already: an exact amount before a near one,
     * then the earlier line. What is returned counts as paid from then on.
     */
    public <T> Map<T, FixedExpense> assigned(Candidates<T> candidates) {
        Map<T, FixedExpense> assigned = new LinkedHashMap<>();
        for (Candidate<T> candidate : candidates.lines) {
            candidate.bills().stream()
                    .map(Likeness::bill)
                    .filter(bill -> paid.add(new Due(
                            bill.id(), bill.dueOn(candidate.line().date()).orElseThrow())))
                    .findFirst()
                    .ifPresent(bill -> assigned.put(candidate.key(), bill));
        }
        return assigned;
    }
}
