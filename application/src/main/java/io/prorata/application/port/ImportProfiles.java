package io.prorata.application.port;

import io.prorata.application.bankfile.ImportProfile;
import io.prorata.domain.household.HouseholdId;
import java.util.List;

/** How the household's bank files are read, as it was stated once: one for each account and header, so a few. Read as a whole. */
public interface ImportProfiles {

    long nextId(HouseholdId household);

    /** Returns all profiles, by their ids. */
    List<ImportProfile> all(HouseholdId household);

    /** Keeps {@code profile}, in the place of the one that has its id if there is one. */
    void keep(HouseholdId household, ImportProfile profile);

    /** Removes the profile that has {@code id}. */
    void remove(HouseholdId household, long id);
}
