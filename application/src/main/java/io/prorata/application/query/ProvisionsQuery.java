package io.prorata.application.query;

import io.prorata.application.view.Snapshot;
import io.prorata.application.view.SnapshotRequest;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.Household;
import io.prorata.domain.plan.MonthPlan;
import io.prorata.domain.plan.PlanBook;
import java.time.YearMonth;
import java.util.OptionalLong;

/** The month's provisions, with the inputs of their amounts. */
public record ProvisionsQuery(YearMonth month, OptionalLong configId) implements ViewQuery {

    static final ViewType TYPE = ViewType.overview(
            "provisions",
            KeyPattern.PROVISIONS,
            parameters -> new ProvisionsQuery(parameters.month(), parameters.number("config_id")),
            month -> new ProvisionsQuery(month, OptionalLong.empty()));

    /** What it shows. */
    public record Content(Household household, MonthPlan plan) implements View {}

    @Override
    public ViewType viewType() {
        return TYPE;
    }

    @Override
    public String parameters() {
        return ViewParameters.text(month) + (configId.isPresent() ? "&config_id=" + configId.getAsLong() : "");
    }

    @Override
    public ViewQuery in(YearMonth other) {
        return new ProvisionsQuery(other, configId);
    }

    @Override
    public ViewScopes scopes() {
        // A version may be removed, whatever month it is from: then this address has no answer any more.
        return configId.isPresent() ? ViewScopes.ofWholePlan() : ViewScopes.ofPlan(month);
    }

    @Override
    public SnapshotRequest request() {
        return SnapshotRequest.of(scopes()).withConfig(configId);
    }

    @Override
    public View answer(Snapshot snapshot) {
        PlanBook used = configId.isEmpty()
                ? snapshot.book()
                : snapshot.book()
                        .under(snapshot.config()
                                .orElseThrow(
                                        () -> new RefusedException(new Refusal.UnknownConfig(configId.getAsLong()))));
        return new Content(snapshot.household(), snapshot.plan(used, month));
    }
}
