package io.prorata.application.bankfile;

import io.prorata.domain.ledger.BankLine;
import org.jspecify.annotations.Nullable;

/** One data line of a bank file, as it was read. */
public sealed interface ReadLine {

    /** Returns the number of its first line in the file, counted from 1 as an editor does. */
    int line();

    /**
     * A line that became a transaction.
     *
     * @param category the parent where the file has two levels
     * @param exportedAs the fingerprint of the line of which this is an export, absent in a bank's own file
     */
    record Accepted(
            int line,
            BankLine bank,
            @Nullable String category,
            @Nullable String subcategory,
            @Nullable String exportedAs)
            implements ReadLine {

        /** A line as a bank wrote it. */
        public Accepted(int line, BankLine bank, @Nullable String category, @Nullable String subcategory) {
            this(line, bank, category, subcategory, null);
        }
    }

    /** A line that could not. */
    record Refused(int line, String reason) implements ReadLine {}
}
