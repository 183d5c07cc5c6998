package io.prorata.application.memory;

import io.prorata.domain.household.HouseholdId;
import java.util.SortedMap;
import java.util.function.Supplier;

/** Writes that are published together or not at all. */
final class InMemoryTransaction {

    private SortedMap<HouseholdId, HouseholdRecords> shelves;
    private boolean writing;
    private boolean failed;

    InMemoryTransaction(SortedMap<HouseholdId, HouseholdRecords> shelves) {
        this.shelves = shelves;
    }

    SortedMap<HouseholdId, HouseholdRecords> shelves() {
        return shelves;
    }

    void keep(SortedMap<HouseholdId, HouseholdRecords> written) {
        shelves = written;
    }

    <T> T write(Supplier<T> write) {
        if (writing) {
            throw new IllegalStateException("a write inside a write");
        }
        writing = true;
        failed = true;
        T result = write.get();
        failed = false;
        writing = false;
        return result;
    }

    void requireUnfailed() {
        if (failed) {
            throw new IllegalStateException("a write has failed, so nothing is kept of what was to be kept with it");
        }
    }
}
