package io.prorata.application.port;

import io.prorata.domain.household.HouseholdId;
import java.util.Collection;
import java.util.SortedSet;

/**
 * Which matches between rows somebody has rejected: they are not offered again.
 *
 * <p>Cost: all of them are read together; there are as many as somebody has rejected, one by one.
 */
public interface RejectedMatches {

    /** Returns the keys of all of them. */
    SortedSet<String> all(HouseholdId household);

    /** Adds keys; one that is there stays. */
    void add(HouseholdId household, Collection<String> keys);
}
