package io.prorata.domain.freshness;

import io.prorata.domain.time.Dates;
import java.time.YearMonth;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/**
 * The scopes a view depends on.
 *
 * @param ledgers the months whose transactions it shows
 * @param ledgersUpTo every month up to this one, if it shows amounts that carry over from earlier months
 * @param planUpTo every plan from this month or an earlier one; empty if it shows no plan
 * @param others scopes without a month
 */
public record ViewScopes(
        Set<YearMonth> ledgers, Optional<YearMonth> ledgersUpTo, Optional<YearMonth> planUpTo, Set<Scope> others) {

    /** Refuses a scope with a month among the others with an {@link IllegalArgumentException}. */
    public ViewScopes {
        ledgers = Set.copyOf(ledgers);
        others = Set.copyOf(others);
        // They would never be found stale: include() checks the other two for them.
        if (others.stream().anyMatch(other -> other instanceof Scope.Ledger || other instanceof Scope.Plan)) {
            throw new IllegalArgumentException("a scope with a month is one of the ledgers or of the plan");
        }
    }

    /** Scopes without all earlier months of the ledger. */
    public ViewScopes(Set<YearMonth> ledgers, Optional<YearMonth> planUpTo, Set<Scope> others) {
        this(ledgers, Optional.empty(), planUpTo, others);
    }

    /** The scopes of settling up to {@code month}: amounts that are left to pay carry over from month to month. */
    public static ViewScopes ofAllUpTo(YearMonth month) {
        return new ViewScopes(Set.of(), Optional.of(month), Optional.of(month), Set.of(new Scope.Catalogue()));
    }

    /** The scopes of a month's dashboard. */
    public static ViewScopes ofMonth(YearMonth month) {
        return new ViewScopes(Set.of(month), Optional.of(month), Set.of(new Scope.Catalogue()));
    }

    /** The scopes of the dashboards of {@code months}. */
    public static ViewScopes ofMonths(Set<YearMonth> months) {
        return new ViewScopes(months, Optional.of(Collections.max(months)), Set.of(new Scope.Catalogue()));
    }

    /**
     * Everything that a month's dashboard shows which says what is to confirm: a row may be matched with one of some days around the month.
     * Of the plan it depends up to the month alone.
     */
    public static ViewScopes ofMonthAndRowsAround(YearMonth month) {
        return new ViewScopes(
                Set.of(month.minusMonths(1), month, month.plusMonths(1)),
                Optional.of(month),
                Set.of(new Scope.Catalogue()));
    }

    /** The scopes of a month's plan, without transactions. */
    public static ViewScopes ofPlan(YearMonth month) {
        return new ViewScopes(Set.of(), Optional.of(month), Set.of(new Scope.Catalogue()));
    }

    /** The scopes of the transactions of {@code months}, without plans. */
    public static ViewScopes ofLedgers(Set<YearMonth> months) {
        return new ViewScopes(months, Optional.empty(), Set.of(new Scope.Catalogue()));
    }

    /** The scopes of the plan of all months. */
    public static ViewScopes ofWholePlan() {
        return ofPlan(Dates.LAST_MONTH);
    }

    /** Returns the scopes of a view without months. */
    public static ViewScopes of(Scope... others) {
        return new ViewScopes(Set.of(), Optional.empty(), Set.of(others));
    }

    /** Returns whether a change of {@code scope} can change the view. */
    public boolean include(Scope scope) {
        if (scope instanceof Scope.Ledger ledger) {
            return ledgers.contains(ledger.month())
                    || ledgersUpTo.filter(last -> !ledger.month().isAfter(last)).isPresent();
        }
        if (scope instanceof Scope.Plan plan) {
            return planUpTo.filter(last -> !plan.from().isAfter(last)).isPresent();
        }
        return others.contains(scope);
    }
}
