package io.prorata.application.query;

import io.prorata.application.view.Snapshot;
import io.prorata.application.view.SnapshotRequest;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.Household;
import io.prorata.domain.ledger.CategoryAnalysis.Period;
import io.prorata.domain.plan.MonthSummary;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

/** Months side by side: what each came to, by plan and by the rows. */
public record YearQuery(Period period) implements ViewQuery {

    /** Three years. */
    public static final int MOST_MONTHS = 36;

    private static final int MONTHS = 12;

    static final ViewType TYPE = ViewType.detail(
            "year",
            KeyPattern.YEAR,
            parameters -> new YearQuery(new Period(parameters.month("from"), parameters.month("to"))),
            YearQuery::to);

    /** Refuses too many months with an {@link IllegalArgumentException}. */
    public YearQuery {
        if (period.months().size() > MOST_MONTHS) {
            throw new IllegalArgumentException("at most " + MOST_MONTHS + " months");
        }
    }

    /** Returns the query of the twelve months that end with {@code month}. */
    public static YearQuery to(YearMonth month) {
        return new YearQuery(new Period(month.minusMonths(MONTHS - 1), month));
    }

    /** What it shows: the months in order. */
    public record Content(Household household, Period period, List<MonthSummary> months) implements View {}

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
        return "from=" + period.from() + "&to=" + period.to();
    }

    @Override
    public ViewQuery in(YearMonth other) {
        return new YearQuery(
                new Period(other.minusMonths(ChronoUnit.MONTHS.between(period.from(), period.to())), other));
    }

    @Override
    public ViewScopes scopes() {
        return ViewScopes.ofMonths(Set.copyOf(period.months()));
    }

    @Override
    public SnapshotRequest request() {
        return SnapshotRequest.of(scopes()).withoutExtremes();
    }

    @Override
    public View answer(Snapshot snapshot) {
        return new Content(
                snapshot.household(),
                period,
                period.months().stream().map(snapshot::summary).toList());
    }
}
