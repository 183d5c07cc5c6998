package io.prorata.adapter.bankfile.statement;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a statement as the bank wrote it, not yet compared with the household.
 *
 * @param line its number: of its first line in the file, or of the entry where lines mean nothing
 * @param account as the file names it
 * @param currency as the file names it; empty where it does not
 * @param amount spent is negative
 * @param text of the entry; may be blank
 * @param bankId the bank's own id; may be blank
 * @param category the upper one where there are two
 */
public record Entry(
        int line,
        @Nullable String account,
        String currency,
        LocalDate date,
        BigDecimal amount,
        String text,
        String bankId,
        @Nullable String category,
        @Nullable String subcategory) {

    /** An entry without categories, as all formats but QIF have them. */
    public Entry(
            int line,
            @Nullable String account,
            String currency,
            LocalDate date,
            BigDecimal amount,
            String text,
            String bankId) {
        this(line, account, currency, date, amount, text, bankId, null, null);
    }
}
