package io.prorata.domain.sorting;

import io.prorata.domain.naming.Naming;
import io.prorata.domain.recognition.Payee;

/**
 * A label in the forms in which rules compare it, made once for all rules.
 *
 * @param label as it is
 * @param folded without case and accents
 * @param payee without digits, dates and card numbers too
 */
record RowLabel(String label, String folded, String payee) {

    static RowLabel of(String label) {
        return new RowLabel(label, Naming.folded(label), Payee.of(label));
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
