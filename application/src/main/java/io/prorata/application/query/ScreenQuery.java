package io.prorata.application.query;

import io.prorata.application.view.Snapshot;
import io.prorata.application.view.SnapshotRequest;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.ledger.CategoryChoice;
import io.prorata.domain.money.Money;
import io.prorata.domain.plan.Expenses;
import io.prorata.domain.plan.MonthSummary;
import io.prorata.domain.plan.Savings;
import io.prorata.domain.recognition.ToConfirm;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A whole screen in one: the month, its savings, expenses and categories, and the month before beside it. */
public record ScreenQuery(YearMonth month) implements ViewQuery.OfMonth {

    static final ViewType TYPE = ViewType.overview(
            "screen", KeyPattern.SUMMARY, parameters -> new ScreenQuery(parameters.month()), ScreenQuery::new);

    /**
     * What it shows.
     *
     * @param received what each member present was paid, by the rows
     * @param before the month before
     * @param toConfirm what is to confirm; empty where the month has too many rows to look through
     */
    public record Content(
            Household household,
            MonthSummary summary,
            Map<MemberKey, Money> received,
            Savings savings,
            Expenses expenses,
            MonthSummary before,
            Optional<ToConfirm> toConfirm)
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
        return SnapshotRequest.of(scopes()).withRowsAround(month, Set.of(month.minusMonths(1)));
    }

    @Override
    public View answer(Snapshot snapshot) {
        MonthSummary summary = snapshot.summary(month);
        var every = new CategoryChoice.Every();
        return new Content(
                snapshot.household(),
                summary,
                summary.received(snapshot.book().accounts()),
                Savings.of(summary.plan(), every),
                Expenses.of(summary, every),
                snapshot.summary(month.minusMonths(1)),
                snapshot.toConfirm(month));
    }
}
