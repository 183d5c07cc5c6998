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
 * @param ledgersUpTo every month up to this one, if it shows what earlier months have left behind
 * @param planUpTo every plan from this month or an earlier one; empty if it shows no plan
 * @param others scopes without a month
 */
public record ViewScopes(
        Set<YearMonth> ledgers, Optional<YearMonth> ledgersUpTo, Optional<YearMonth> planUpTo, Set<Scope> others) {

    /** Refuses a scope with a month among the others with an {@link IllegalArgumentException}. */
    public ViewScopes {
        ledgers = Set.copyOf(ledgers);
        others = Set.copyOf(others);
        // They would never be found stale: include() asks the other two for them.
        if (others.stream().anyMatch(other -> other instanceof Scope.Ledger || other instanceof Scope.Plan)) {
            throw new IllegalArgumentException("a scope with a month is one of the ledgers or of the plan");
        }
    }

    /** Scopes of which none reaches into all earlier months of the ledger. */
    public ViewScopes(Set<YearMonth> ledgers, Optional<YearMonth> planUpTo, Set<Scope> others) {
        this(ledgers, Optional.empty(), planUpTo, others);
    }

    /** Everything that settling up to {@code month} shows: what was left to pay goes on from month to month. */
    public static ViewScopes ofAllUpTo(YearMonth month) {
        return new ViewScopes(Set.of(), Optional.of(month), Optional.of(month), Set.of(new Scope.Catalogue()));
    }

    /** Everything a month's dashboard shows. */
    public static ViewScopes ofMonth(YearMonth month) {
        return new ViewScopes(Set.of(month), Optional.of(month), Set.of(new Scope.Catalogue()));
    }

    /** Everything that the dashboards of {@code months} show, side by side. */
    public static ViewScopes ofMonths(Set<YearMonth> months) {
        return new ViewScopes(months, Optional.of(Collections.max(months)), Set.of(new Scope.Catalogue()));
    }

    /** What a month's plan shows, whatever was spent. */
    public static ViewScopes ofPlan(YearMonth month) {
        return new ViewScopes(Set.of(), Optional.of(month), Set.of(new Scope.Catalogue()));
    }

    /** The transactions of {@code months}, whatever is planned. */
    public static ViewScopes ofLedgers(Set<YearMonth> months) {
        return new ViewScopes(months, Optional.empty(), Set.of(new Scope.Catalogue()));
    }

    /** Everything that is planned, in whatever month. */
    public static ViewScopes ofWholePlan() {
        return ofPlan(Dates.LAST_MONTH);
    }

    /** Returns the scopes of a view that shows no month. */
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
