package io.prorata.application.port;

import io.prorata.application.bankfile.ImportProfile;
import io.prorata.domain.household.HouseholdId;
import java.util.List;

/** The import profiles of a household: one for each account and header, so a few. Read as a whole. */
public interface ImportProfiles {

    long nextId(HouseholdId household);

    /** Returns all profiles, by their ids. */
    List<ImportProfile> all(HouseholdId household);

    /** Stores {@code profile}, and replaces the one with its id if there is one. */
    void keep(HouseholdId household, ImportProfile profile);

    /** Removes the profile with {@code id}. */
    void remove(HouseholdId household, long id);
}
