package io.prorata.application.memory;

import io.prorata.domain.household.HouseholdId;
import java.util.SortedMap;
import java.util.function.Supplier;

/** Writes that are published together or not at all. */
final class Together {

    private SortedMap<HouseholdId, Shelf> shelves;
    private boolean writing;
    private boolean failed;

    Together(SortedMap<HouseholdId, Shelf> shelves) {
        this.shelves = shelves;
    }

    SortedMap<HouseholdId, Shelf> shelves() {
        return shelves;
    }

    void keep(SortedMap<HouseholdId, Shelf> written) {
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
