package io.prorata.application.memory;

import io.prorata.application.port.Revision;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.household.HouseholdId;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** One transaction: it reads what was published when it began, and writes to copies. */
final class Desk {

    private final String epoch;
    private final Optional<Revision> making;
    private final SortedMap<HouseholdId, Shelf> shelves;
    private final Map<HouseholdId, Shelf> copies;

    /** @param making the revision that this transaction makes; empty for one that only reads */
    Desk(String epoch, Optional<Revision> making, SortedMap<HouseholdId, Shelf> shelves) {
        this.epoch = epoch;
        this.making = making;
        this.shelves = new TreeMap<>(shelves);
        this.copies = new TreeMap<>(shelves.comparator());
    }

    /** Returns all households, as this transaction sees them. */
    SortedMap<HouseholdId, Shelf> shelves() {
        return shelves;
    }

    /** Returns what is kept of {@code household}: nothing at all if there is none. */
    Shelf toRead(HouseholdId household) {
        return shelves.getOrDefault(household, new Shelf());
    }

    /** Returns what is kept of a household that has to be there. */
    Shelf existing(HouseholdId household) {
        Shelf shelf = shelves.get(household);
        if (shelf == null) {
            throw new RefusedException(new Refusal.UnknownHousehold(household));
        }
        return shelf;
    }

    Shelf toWrite(HouseholdId household) {
        making();
        return copies.computeIfAbsent(household, id -> {
            Shelf copy = existing(id).copy();
            shelves.put(id, copy);
            return copy;
        });
    }

    /** Makes room for a household that is being founded. */
    void open(HouseholdId household) {
        shelves.put(household, new Shelf());
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
