package io.prorata.domain.recognition;

import io.prorata.domain.naming.Naming;
import java.util.regex.Pattern;

/** Who was paid or who paid, as far as the label of a bank line tells. */
public final class Payee {

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");

    private Payee() {}

    /** Returns the label without digits, dates and card numbers, folded; a label without letters stays as it is, folded. */
    public static String of(String label) {
        return ofFolded(Naming.folded(label));
    }

    /** Returns the same of a label that is folded already. */
    public static String ofFolded(String folded) {
        String letters = NO_LETTERS.matcher(folded).replaceAll(" ").strip();
        return letters.isEmpty() ? folded : letters;
    }

    /** Returns whether {@code name} stands in {@code label} as whole words, whatever case and accents. */
    static boolean isNamed(String name, String label) {
        String wanted = Payee.of(name);
        return (" " + Payee.of(label) + " ").contains(" " + wanted + " ");
    }
}
