package io.prorata.domain.ledger;

import io.prorata.domain.digest.Sha256;
import io.prorata.domain.money.Money;
import io.prorata.domain.naming.Naming;
import io.prorata.domain.time.Dates;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The bank's part of a transaction. These five values identify a line when a file is imported again.
 *
 * @param account its name in the file
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

    /** Refuses an invalid name or label, and dates and amounts out of bounds, with an {@link IllegalArgumentException}. */
    public BankLine {
        account = Naming.optionalName(account);
        bankId = Naming.optionalName(bankId);
        label = Naming.label(label);
        amount.withinBounds();
        Dates.withinBounds(date);
    }

    /**
     * Returns a hash that is the same for equal lines. It is kept when the transaction is edited, so that a corrected label is not imported
     * again.
     */
    public String fingerprint() {
        String line = part(account)
                + part(date.toString())
                + part(Long.toString(amount.minor()))
                + part(label)
                + part(bankId);
        return Sha256.hex(16, line.getBytes(StandardCharsets.UTF_8));
    }

    /** The length comes first, so that two different lists of parts never give the same text. */
    private static String part(@Nullable String text) {
        return text == null ? "-" : text.length() + ":" + text;
    }
}
