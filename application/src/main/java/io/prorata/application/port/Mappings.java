package io.prorata.application.port;

import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.mapping.CategoryMapping;

/** The household's category rules. Read and replaced as a whole: a few hundred rules at most. */
public interface Mappings {

    CategoryMapping get(HouseholdId household);

    /** Replaces the whole mapping. */
    void keep(HouseholdId household, CategoryMapping mapping);
}
