package io.prorata.adapter.bankfile.statement;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Is handed what a file holds, in its order. */
public interface StatementSink {

    /** A statement of {@code account} begins, or goes on. */
    void account(@Nullable String account);

    /** An entry that could be read. */
    void entry(Entry entry);

    /** An entry that could not, or is none that counts. */
    void refused(int line, String reason);

    /**
     * A closing balance of {@code account} that was booked.
     *
     * @param currency as the file names it; empty where it does not
     * @param date at the end of which it holds
     */
    default void balance(@Nullable String account, String currency, LocalDate date, BigDecimal amount) {}

    /** Records of another kind that hold no transactions of a household are passed over: {@code kind} is their name in the format. */
    void passedOver(String kind);
}
