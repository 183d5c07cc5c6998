package io.prorata.domain.sorting;

import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.naming.Naming;
import io.prorata.domain.recognition.Payee;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a row in the forms in which rules compare them, made once for all rules.
 *
 * @param label as it is
 * @param folded the label without case and accents
 * @param payee the label without digits, dates and card numbers too
 * @param bankCategory the bank's own category, folded
 */
record RowTexts(
        String label, String folded, String payee, @Nullable String bankCategory) {

    static RowTexts of(Transaction row) {
        String label = row.line().label();
        String folded = Naming.folded(label);
        String bankCategory = row.bankCategory();
        return new RowTexts(
                label, folded, Payee.ofFolded(folded), bankCategory == null ? null : Naming.folded(bankCategory));
    }

    boolean contains(FoldedText part) {
        return folded.contains(part.text()) || (part.mayBeOfPayee() && payee.contains(part.text()));
    }

    boolean is(FoldedText whole) {
        return folded.equals(whole.text()) || payee.equals(whole.text());
    }

    boolean beginsWith(FoldedText begin) {
        return folded.startsWith(begin.text()) || (begin.mayBeOfPayee() && payee.startsWith(begin.text()));
    }

    /**
     * A text of a rule as labels are compared with it.
     *
     * @param mayBeOfPayee whether it has nothing but letters and blanks: a payee's name has nothing else
     */
    record FoldedText(String text, boolean mayBeOfPayee) {

        static FoldedText of(String stated) {
            String folded = Naming.folded(stated);
            return new FoldedText(folded, folded.codePoints().allMatch(c -> c == ' ' || Character.isLetter(c)));
        }
    }
}
