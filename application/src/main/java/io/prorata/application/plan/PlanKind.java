package io.prorata.application.plan;

import io.prorata.application.port.Books;
import io.prorata.application.port.Plans;
import io.prorata.application.port.Plans.Planned;
import io.prorata.domain.Refusal;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.plan.PlanBook;
import io.prorata.domain.time.Timeline;
import java.time.YearMonth;
import java.util.Optional;
import java.util.SortedSet;

/**
 * What tells bills, provisions and budgets apart where all are written alike.
 *
 * @param <T> the thing
 * @param <P> its terms
 */
public interface PlanKind<T, P> {

    /** Returns what the audit calls it. */
    String name();

    Optional<Planned<T>> find(Plans plans, HouseholdId household, long id);

    void replace(Plans plans, HouseholdId household, T thing);

    Refusal unknown(long id);

    Timeline<P> terms(T thing);

    T with(T thing, Timeline<P> terms);

    /** Returns whether both present themselves alike, whatever their terms. */
    boolean sameCard(T before, T after);

    /**
     * @param from the month from which they are to hold
     * @throws io.prorata.domain.RefusedException if the terms name somebody who is no member, or cannot hold from that month on
     */
    void require(Household settings, P terms, YearMonth from);

    /** Returns the plan by which the thing's balance is reckoned; empty if it has none. */
    PlanBook book(Plans plans, HouseholdId household);

    /** @param book that of this kind */
    SortedSet<YearMonth> moved(PlansMoved moved, PlanBook book, T before, T after, HouseholdId household, Books books);

    /** @param first the first month that differs, if one does */
    Change revised(Optional<YearMonth> first, boolean card);

    Change ended(YearMonth from);
}
