package io.prorata.application.port;

import java.util.List;
import java.util.function.BiFunction;

/** An auditor's way into the store: to check the books, never to answer a household. */
public interface StoreAudit {

    /** Returns what is wrong with the store as a store: its pages, its indexes, its references; a sentence each. */
    List<String> damage();

    /** Does {@code work} on one snapshot: the books as they are read, and the evidence of what is kept. Nothing waits for it. */
    <T> T inspect(BiFunction<Books, RawRecords, T> work);
}
