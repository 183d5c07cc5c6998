package io.prorata.application.port;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** The store as operators see it, without its contents. */
public interface Store {

    /**
     * Statistics of the store since it was opened, and its state. Durations are in microseconds.
     *
     * @param statements that were run, without the ends of transactions
     * @param statementMicros their duration, including reading the results
     * @param commits committed writes
     * @param commitMicros the duration until they were durable
     * @param turns writes that waited for their turn
     * @param turnMicros the duration of these waits
     * @param waiting writes that wait for their turn now
     * @param readers the number of connections for reads
     * @param freeReaders the number of free ones
     * @param fileBytes the size of the database
     * @param walBytes the size of the write-ahead log
     * @param auditRows the number of rows in the audit
     */
    record Load(
            long statements,
            long statementMicros,
            long commits,
            long commitMicros,
            long turns,
            long turnMicros,
            int waiting,
            int readers,
            int freeReaders,
            long fileBytes,
            long walBytes,
            long auditRows) {}

    /** Returns why the books cannot be written now, as far as that is known; empty if they can. It does not wait for other writes. */
    Optional<StoreUnavailableException.Reason> fault();

    /** Returns the load. It costs one statement. */
    Load load();

    /**
     * Access to the store for verification; it is never used to answer a household. Both methods read every page or row, on one snapshot and
     * a separate connection. They take no lock, but the write-ahead log cannot shrink until they end.
     */
    interface Audit {

        /** Returns the faults of the store: its pages, its indexes, its references; a sentence each. */
        List<String> damage();

        /** Runs {@code work} on one snapshot, with the books and the raw rows. Nothing waits for it. */
        <T> T inspect(BiFunction<Books, RawRecords, T> work);
    }
}
