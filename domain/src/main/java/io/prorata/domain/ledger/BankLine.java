package io.prorata.domain.ledger;

import io.prorata.domain.digest.Sha256;
import io.prorata.domain.money.Money;
import io.prorata.domain.naming.Naming;
import io.prorata.domain.time.Dates;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the bank says of one line: by these five it is known again when a file is imported twice.
 *
 * @param account as the file names it
 * @param date of the operation; its month is the month of the line
 * @param amount with the bank's sign: spent is negative
 * @param bankId the bank's own id of the line, unique at most within an account
 */
public record BankLine(
        @Nullable String account,
        LocalDate date,
        Money amount,
        String label,
        @Nullable String bankId) {

    /** Refuses what is no name or label, and dates and amounts out of bounds, with an {@link IllegalArgumentException}. */
    public BankLine {
        account = Naming.optionalName(account);
        bankId = Naming.optionalName(bankId);
        label = Naming.label(label);
        amount.withinBounds();
        Dates.withinBounds(date);
    }

    /**
     * Returns a short text that is the same for equal lines and, for all practical purposes, differs for others. It outlives later
     * edits of the transaction, so that a corrected label is not imported a second time.
     */
    public String fingerprint() {
        String line = part(account)
                + part(date.toString())
                + part(Long.toString(amount.minor()))
                + part(label)
                + part(bankId);
        return Sha256.hex(16, line.getBytes(StandardCharsets.UTF_8));
    }

    /** Its length first, so that no two lists of parts run together into one text. */
    private static String part(@Nullable String text) {
        return text == null ? "-" : text.length() + ":" + text;
    }
}
