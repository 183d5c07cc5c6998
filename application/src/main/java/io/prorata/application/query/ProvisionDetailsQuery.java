package io.prorata.application.query;

import io.prorata.application.view.Snapshot;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.Household;
import io.prorata.domain.plan.MonthPlan;
import java.time.YearMonth;

/** Every provision of the month in full. */
public record ProvisionDetailsQuery(YearMonth month) implements ViewQuery.OfMonth {

    static final ViewType TYPE = ViewType.overview(
            "provision-details",
            KeyPattern.PROVISIONS,
            parameters -> new ProvisionDetailsQuery(parameters.month()),
            ProvisionDetailsQuery::new);

    /** What it shows. */
    public record Content(Household household, MonthPlan plan) implements View {}

    @Override
    public ViewType viewType() {
        return TYPE;
    }

    @Override
    public ViewScopes scopes() {
        return ViewScopes.ofPlan(month);
    }

    @Override
    public View answer(Snapshot snapshot) {
        return new Content(snapshot.household(), snapshot.plan(month));
    }
}
