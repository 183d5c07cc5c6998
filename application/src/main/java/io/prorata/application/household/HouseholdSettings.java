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
 * The settings of a household.
 *
 * @param pot whether there is a pot, from a month on; without a statement there is one
 * @param settleSince the first month of settling up, if it has been set
 */
public record HouseholdSettings(Household household, Timeline<Boolean> pot, Optional<YearMonth> settleSince) {

    /** The scopes of the settings. */
    public static final ViewScopes SCOPES = ViewScopes.ofWholePlan();

    static HouseholdSettings of(HouseholdId household, Books books) {
        PlanBook book = books.plans().book(household);
        return new HouseholdSettings(
                books.households().get(household), book.accounts().pot(), book.settleSince());
    }
}
