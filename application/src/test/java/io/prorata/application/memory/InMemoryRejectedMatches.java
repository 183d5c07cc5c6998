package io.prorata.application.memory;

import io.prorata.application.port.RejectedMatches;
import io.prorata.domain.household.HouseholdId;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;

/** Keys of rejected matches in memory. */
record InMemoryRejectedMatches(InMemorySession session) implements RejectedMatches {

    @Override
    public SortedSet<String> all(HouseholdId household) {
        return new TreeSet<>(session.toRead(household).rejected);
    }

    @Override
    public void add(HouseholdId household, Collection<String> keys) {
        session.toWrite(household).rejected.addAll(keys);
    }
}
