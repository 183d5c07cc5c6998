package io.prorata.application.query;

import io.prorata.application.view.Snapshot;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.Household;
import io.prorata.domain.ledger.CategoryChoice;
import io.prorata.domain.plan.Savings;
import java.time.YearMonth;
import java.util.Objects;
import java.util.stream.Collectors;

/** The month's provisions by category. */
public record SavingsQuery(YearMonth month, CategoryChoice category) implements ViewQuery.OfCategory {

    static final ViewType TYPE = ViewType.overview(
            "savings",
            KeyPattern.PROVISIONS,
            parameters -> new SavingsQuery(parameters.month(), parameters.category()),
            month -> new SavingsQuery(month, new CategoryChoice.Every()));

    /** What it shows. */
    public record Content(Household household, Savings savings) implements View {}

    @Override
    public ViewType viewType() {
        return TYPE;
    }

    @Override
    public ViewQuery in(YearMonth other) {
        return new SavingsQuery(other, category);
    }

    @Override
    public ViewScopes scopes() {
        return ViewScopes.ofPlan(month);
    }

    @Override
    public View answer(Snapshot snapshot) {
        KnownCategories.require(
                category,
                snapshot.book().provisions().stream()
                        .map(provision -> provision.card().category())
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()));
        return new Content(snapshot.household(), Savings.of(snapshot.plan(month), category));
    }
}
