package io.prorata.application.query;

import io.prorata.application.view.Snapshot;
import io.prorata.application.view.SnapshotRequest;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.Household;
import io.prorata.domain.plan.MonthSummary;
import java.time.YearMonth;

/** The month's dashboard, slim. */
public record SlimSummaryQuery(YearMonth month) implements ViewQuery.OfMonth {

    static final ViewType TYPE = ViewType.overview(
            "summary-slim",
            KeyPattern.SUMMARY,
            parameters -> new SlimSummaryQuery(parameters.month()),
            SlimSummaryQuery::new);

    /** What it shows. */
    public record Content(Household household, MonthSummary summary) implements View {}

    @Override
    public ViewType viewType() {
        return TYPE;
    }

    @Override
    public ViewScopes scopes() {
        return ViewScopes.ofMonth(month);
    }

    @Override
    public SnapshotRequest request() {
        return SnapshotRequest.of(scopes()).withoutExtremes();
    }

    @Override
    public View answer(Snapshot snapshot) {
        return new Content(snapshot.household(), snapshot.summary(month));
    }
}
