package io.prorata.application.memory;

import io.prorata.application.view.Revision;
import io.prorata.domain.household.HouseholdId;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** One transaction: it reads what was published when it began, and writes to copies. */
final class InMemorySession {

    private final String epoch;
    private final Optional<Revision> making;
    private final SortedMap<HouseholdId, HouseholdRecords> shelves;
    private final Map<HouseholdId, HouseholdRecords> copies;

    /** @param making the revision that this transaction makes; empty for one that only reads */
    InMemorySession(String epoch, Optional<Revision> making, SortedMap<HouseholdId, HouseholdRecords> shelves) {
        this.epoch = epoch;
        this.making = making;
        this.shelves = new TreeMap<>(shelves);
        this.copies = new TreeMap<>(shelves.comparator());
    }

    /** Returns all households, as this transaction sees them. */
    SortedMap<HouseholdId, HouseholdRecords> shelves() {
        return shelves;
    }

    /** Returns what is kept of {@code household}: nothing at all if there is none. */
    HouseholdRecords toRead(HouseholdId household) {
        return shelves.getOrDefault(household, new HouseholdRecords());
    }

    /** Returns what is kept of a household that has to be there. */
    HouseholdRecords existing(HouseholdId household) {
        HouseholdRecords records = shelves.get(household);
        if (records == null) {
            throw new IllegalStateException("there is no household " + household);
        }
        return records;
    }

    HouseholdRecords toWrite(HouseholdId household) {
        making();
        return copies.computeIfAbsent(household, id -> {
            HouseholdRecords copy = existing(id).copy();
            shelves.put(id, copy);
            return copy;
        });
    }

    /** Makes room for a household that is being founded. */
    void open(HouseholdId household) {
        shelves.put(household, new HouseholdRecords());
    }

    /** Returns the number of the revision being made. */
    long making() {
        return making.orElseThrow(() -> new IllegalStateException("a read does not write"))
                .number();
    }

    Revision current(HouseholdId household) {
        return making.orElseGet(() -> new Revision(epoch, existing(household).revision));
    }
}
