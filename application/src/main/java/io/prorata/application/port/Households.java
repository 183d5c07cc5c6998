package io.prorata.application.port;

import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.renaming.MemberRenaming;
import java.util.List;

/**
 * The households and their settings. Each method is one statement over one household's few rows, except {@link #all};
 * {@link #holdAmounts} reads the plan and, by an index, whether the ledger has a row.
 */
public interface Households {

    /** A household with its id, for the operator. */
    record Listed(HouseholdId id, Household household) {}

    /** Returns every household, by id, for the operator's command line only. */
    List<Listed> all();

    /** Returns the household's settings. */
    Household get(HouseholdId household);

    /** Stores the settings of a new or an existing household. */
    void keep(HouseholdId household, Household settings);

    /**
     * Gives a member another key in the list of members, in every version of the config, in terms of bills and provisions, and in movements.
     * All else that names a member is the caller's to rename.
     *
     * @param renaming from a key of the household to one that it does not have
     */
    void rename(HouseholdId household, MemberRenaming renaming);

    /** Returns whether any amount exists, in the plan or in the ledger: then the currency is fixed. */
    boolean holdAmounts(HouseholdId household);
}
