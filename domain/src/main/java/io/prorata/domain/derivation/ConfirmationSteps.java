package io.prorata.domain.derivation;

import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.GroupKey;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.recognition.Confirmed;
import io.prorata.domain.recognition.Match;
import io.prorata.domain.recognition.MonthMatches;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How the sums of what is to confirm in a month came about. */
final class ConfirmationSteps {

    private final MonthMatches found;

    ConfirmationSteps(MonthMatches found) {
        this.found = found;
    }

    /** The first rows of all matches, each in the sense of its type. */
    Step amount() {
        return new Step.Sum(found.matches().stream()
                .map(match ->
                        Objects.requireNonNull(found.rows().get(match.rows().get(0))))
                .<Step>map(row -> row(row, row.classification().type()))
                .toList());
    }

    /**
     * What the month would cost: the spending that a confirmation takes out of it, or brings into it, by the rows. What is planned for bills
     * and provisions stays as it is.
     */
    Step ifConfirmed(Step total) {
        if (found.matches().isEmpty()) {
            return total;
        }
        List<Step> come = new ArrayList<>(List.of(total));
        List<Step> gone = new ArrayList<>();
        for (Match match : found.matches()) {
            Confirmed confirmed = Confirmed.of(match, found.rows(), Optional.empty());
            missing(confirmed.before(), confirmed.after(), gone);
            missing(confirmed.after(), confirmed.before(), come);
        }
        return new Step.Difference(new Step.Sum(come), new Step.Sum(gone));
    }

    /** Adds to {@code steps} the spending of {@code rows} that is not spending of {@code others} too. */
    private void missing(List<Transaction> rows, List<Transaction> others, List<Step> steps) {
        Set<Long> spending =
                others.stream().filter(this::isSpending).map(Transaction::id).collect(Collectors.toSet());
        rows.stream()
                .filter(row -> isSpending(row) && !spending.contains(row.id()))
                .forEach(row -> steps.add(row(row, ExpenseType.VARIABLE)));
    }

    private boolean isSpending(Transaction row) {
        return row.month().equals(found.month())
                && !row.classification().excluded()
                && row.classification().type() == ExpenseType.VARIABLE
                && GroupKey.of(row).counts();
    }

    private static Step row(Transaction row, ExpenseType type) {
        return new Step.Row(
                row.id(), type.isOutgoing(), type.inSense(row.line().amount()).minor());
    }
}
