package io.prorata.application.port;

import java.util.List;
import java.util.function.BiFunction;

/**
 * Access to the store for verification; it is never used to answer a household. Both methods read every page or row, on one snapshot and a
 * separate connection. They take no lock, but the write-ahead log cannot shrink until they end.
 */
public interface StoreAudit {

    /** Returns the faults of the store: its pages, its indexes, its references; a sentence each. */
    List<String> damage();

    /** Runs {@code work} on one snapshot, with the books and the raw rows. Nothing waits for it. */
    <T> T inspect(BiFunction<Books, RawRecords, T> work);
}
