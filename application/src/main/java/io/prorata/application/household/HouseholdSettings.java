package io.prorata.application.household;

import io.prorata.application.port.Books;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.plan.PlanBook;
import io.prorata.domain.time.Timeline;
import java.time.YearMonth;
import java.util.Optional;

/**
 * What is stated of a household as a whole.
 *
 * @param pot whether there is one, from a month on; before anything is stated there is
 * @param settleSince the first month that settling up looks at, if that has been set
 */
public record HouseholdSettings(Household household, Timeline<Boolean> pot, Optional<YearMonth> settleSince) {

    /** What all of it depends on. */
    public static final ViewScopes SCOPES = ViewScopes.ofWholePlan();

    static HouseholdSettings of(HouseholdId household, Books books) {
        PlanBook book = books.plans().book(household);
        return new HouseholdSettings(
                books.households().get(household), book.accounts().pot(), book.settleSince());
    }
}
