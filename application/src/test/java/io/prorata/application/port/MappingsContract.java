package io.prorata.application.port;

import static io.prorata.application.Examples.found;
import static io.prorata.application.Examples.write;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.prorata.domain.freshness.Change;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.mapping.CategoryMapping;
import io.prorata.domain.mapping.CategoryRule;
import io.prorata.domain.mapping.StarterRules;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link Mappings} promises. */
public interface MappingsContract extends BooksContract {

    CategoryMapping NOTHING = new CategoryMapping(List.of());

    @Test
    default void aNewHouseholdHasNoRules() {
        UnitOfWork work = empty();

        assertEquals(NOTHING, mapping(work, found(work)));
    }

    @Test
    default void aMappingReplacesTheOneBefore() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        HouseholdId neighbours = found(work);
        var own = new CategoryMapping(List.of(
                new CategoryRule("Épargne", ExpenseType.PROVISION),
                new CategoryRule("ÉCOLE", ExpenseType.FIXED),
                new CategoryRule("Straße 🏠", ExpenseType.VARIABLE)));

        keep(work, household, StarterRules.MAPPING);
        assertEquals(StarterRules.MAPPING, mapping(work, household));
        keep(work, household, own);
        assertEquals(own, mapping(work, household));
        assertEquals(NOTHING, mapping(work, neighbours));
        keep(work, household, NOTHING);
        assertEquals(NOTHING, mapping(work, household));
    }

    @Test
    default void theRulesForSomeCategoriesAreFoundWithoutCase() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        var school = new CategoryRule("ÉCOLE", ExpenseType.FIXED);
        keep(work, household, new CategoryMapping(List.of(new CategoryRule("Épargne", ExpenseType.PROVISION), school)));

        assertEquals(
                new CategoryMapping(List.of(school)),
                work.read(household, books -> books.mappings().get(household, Set.of("école", "Ecole", "Travel"))));
        assertEquals(NOTHING, work.read(household, books -> books.mappings().get(household, Set.of())));
    }

    private static CategoryMapping mapping(UnitOfWork work, HouseholdId household) {
        return work.read(household, books -> books.mappings().get(household));
    }

    private static void keep(UnitOfWork work, HouseholdId household, CategoryMapping mapping) {
        write(
                work,
                household,
                new Change.CategoriesMapped(),
                books -> books.mappings().keep(household, mapping));
    }
}
