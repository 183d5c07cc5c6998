package io.prorata.application.query;

import io.prorata.application.view.Snapshot;
import io.prorata.application.view.SnapshotRequest;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.Household;
import io.prorata.domain.plan.MonthSummary;
import io.prorata.domain.recognition.ToConfirm;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;

/** The month's dashboard, slim. */
public record SlimSummaryQuery(YearMonth month) implements ViewQuery.OfMonth {

    static final ViewType TYPE = ViewType.overview(
            "summary-slim",
            KeyPattern.SUMMARY,
            parameters -> new SlimSummaryQuery(parameters.month()),
            SlimSummaryQuery::new);

    /**
     * What it shows.
     *
     * @param toConfirm what is to confirm; empty where the month has too many rows to look through
     */
    public record Content(Household household, MonthSummary summary, Optional<ToConfirm> toConfirm) implements View {}

    @Override
    public ViewType viewType() {
        return TYPE;
    }

    @Override
    public ViewScopes scopes() {
        return ViewScopes.ofMonthAndRowsAround(month);
    }

    @Override
    public SnapshotRequest request() {
        return SnapshotRequest.of(scopes()).withRowsAround(month, Set.of()).withoutExtremes();
    }

    @Override
    public View answer(Snapshot snapshot) {
        return new Content(snapshot.household(), snapshot.summary(month), snapshot.toConfirm(month));
    }
}
