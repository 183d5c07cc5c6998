package io.prorata.application.query;

import io.prorata.application.view.Snapshot;
import io.prorata.application.view.SnapshotRequest;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.money.Money;
import io.prorata.domain.plan.MonthSummary;
import io.prorata.domain.recognition.ToConfirm;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The month's dashboard, with incomes, plan beside actual, and the shares of every line. */
public record SummaryQuery(YearMonth month) implements ViewQuery.OfMonth {

    static final ViewType TYPE = ViewType.overview(
            "summary", KeyPattern.SUMMARY, parameters -> new SummaryQuery(parameters.month()), SummaryQuery::new);

    /**
     * What it shows.
     *
     * @param received what each member present was paid, by the rows
     * @param toConfirm what is to confirm; empty where the month has too many rows to look through
     */
    public record Content(
            Household household, MonthSummary summary, Map<MemberKey, Money> received, Optional<ToConfirm> toConfirm)
            implements View {}

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
        MonthSummary summary = snapshot.summary(month);
        return new Content(
                snapshot.household(), summary, summary.received(snapshot.book().accounts()), snapshot.toConfirm(month));
    }
}
