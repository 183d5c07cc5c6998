package io.prorata.application.port;

import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.mapping.CategoryAliases;
import io.prorata.domain.mapping.CategoryMapping;
import io.prorata.domain.mapping.CategoryName;
import java.util.Set;

/** The household's category rules. Read and replaced as a whole: a few hundred rules at most. */
public interface Mappings {

    CategoryMapping get(HouseholdId household);

    /** Returns the rules for {@code categories} alone, found by their keys: for one row, which needs no other. */
    CategoryMapping get(HouseholdId household, Set<String> categories);

    /** Replaces the whole mapping. */
    void keep(HouseholdId household, CategoryMapping mapping);

    /** Returns the former names of categories. */
    CategoryAliases aliases(HouseholdId household);

    /** Adds an alias, in the place of one of the same name. */
    void keepAlias(HouseholdId household, CategoryAliases.Alias alias);

    /** Removes the alias of {@code name}, if there is one. */
    void removeAlias(HouseholdId household, CategoryName name);
}
