package io.prorata.application.query;

import io.prorata.application.view.Snapshot;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.Household;
import io.prorata.domain.ledger.CategoryChoice;
import io.prorata.domain.plan.Savings;
import java.time.YearMonth;

/** What the month's provisions come to, all together and by category. */
public record ProvisionsSummaryQuery(YearMonth month) implements ViewQuery.OfMonth {

    static final ViewType TYPE = ViewType.overview(
            "provisions-summary",
            KeyPattern.PROVISIONS,
            parameters -> new ProvisionsSummaryQuery(parameters.month()),
            ProvisionsSummaryQuery::new);

    /** What it shows. */
    public record Content(Household household, Savings savings) implements View {}

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
        return new Content(snapshot.household(), Savings.of(snapshot.plan(month), new CategoryChoice.Every()));
    }
}
