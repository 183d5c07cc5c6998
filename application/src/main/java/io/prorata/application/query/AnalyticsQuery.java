package io.prorata.application.query;

import io.prorata.application.view.Snapshot;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.Household;
import io.prorata.domain.ledger.CategoryAnalysis;
import io.prorata.domain.ledger.CategoryAnalysis.Period;
import io.prorata.domain.ledger.ExpenseType;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/** Categories over months, and how they changed. */
public record AnalyticsQuery(Period period, Set<ExpenseType> types) implements ViewQuery {

    static final ViewType TYPE = ViewType.detail(
            "analytics",
            KeyPattern.ANALYTICS,
            parameters -> new AnalyticsQuery(
                    new Period(parameters.month("from"), parameters.month("to")), parameters.types()),
            month -> new AnalyticsQuery(new Period(month, month), Set.of(ExpenseType.VARIABLE, ExpenseType.FIXED)));

    /** What it shows. */
    public record Content(Household household, CategoryAnalysis analysis) implements View {}

    public AnalyticsQuery {
        types = ViewParameters.inOrder(types);
    }

    @Override
    public YearMonth month() {
        return period.to();
    }

    @Override
    public ViewType viewType() {
        return TYPE;
    }

    @Override
    public String parameters() {
        return "from=" + period.from() + "&to=" + period.to() + ViewParameters.text(types);
    }

    @Override
    public ViewQuery in(YearMonth other) {
        return new AnalyticsQuery(
                new Period(other.minusMonths(ChronoUnit.MONTHS.between(period.from(), period.to())), other), types);
    }

    @Override
    public ViewScopes scopes() {
        return ViewScopes.ofLedgers(period.withCompared());
    }

    @Override
    public View answer(Snapshot snapshot) {
        return new Content(snapshot.household(), CategoryAnalysis.of(period, types, snapshot.facts()));
    }
}
