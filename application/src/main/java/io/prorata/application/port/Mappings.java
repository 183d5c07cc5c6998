package io.prorata.application.port;

import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.mapping.CategoryMapping;
import java.util.Set;

/** The household's category rules. Read and replaced as a whole: a few hundred rules at most. */
public interface Mappings {

    CategoryMapping get(HouseholdId household);

    /** Returns the rules for {@code categories} alone, found by their keys: for one row, which needs no other. */
    CategoryMapping get(HouseholdId household, Set<String> categories);

    /** Replaces the whole mapping. */
    void keep(HouseholdId household, CategoryMapping mapping);
}
