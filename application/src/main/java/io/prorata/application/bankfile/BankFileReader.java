package io.prorata.application.bankfile;

import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A bank file that is open: it is known how it is written, and its lines can be read, one at a time and more than once. */
public interface BankFileReader {

    /** Returns the currency of the household, in which amounts are read: lines of another are refused. */
    Currency currency();

    /** Returns the number of data lines; each is accepted or refused by {@link #read}. */
    int lines();

    /** Returns the days that the lines' dates span; empty if no line has one. */
    Optional<Days> days();

    /** Returns how the file was found to be written. */
    BankFileFormat format();

    /** Returns what its sender had better look at, as far as the file was read. */
    default List<ReadWarning> warnings() {
        return List.of();
    }

    /** Returns the closing balances of the file's accounts, the latest of each; none where it carries none. */
    default List<StatedBalance> balances() {
        return List.of();
    }

    /**
     * Hands each data line to {@code sink}, in the order of the file.
     *
     * @throws java.io.UncheckedIOException if the file cannot be read to its end
     */
    void read(Consumer<ReadLine> sink, Progress progress);
}
