package io.prorata.application.query;

import io.prorata.application.view.Snapshot;
import io.prorata.application.view.SnapshotRequest;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.Household;
import io.prorata.domain.ledger.CategoryChoice;
import io.prorata.domain.ledger.CategoryTotal;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.MonthFacts;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;

/** The month's subcategories, of one category or of all. */
public record SubcategoriesQuery(YearMonth month, Set<ExpenseType> types, CategoryChoice category)
        implements ViewQuery {

    static final ViewType TYPE = ViewType.detail(
            "subcategories",
            KeyPattern.TRANSACTIONS,
            parameters -> new SubcategoriesQuery(parameters.month(), parameters.types(), parameters.category()),
            month -> new SubcategoriesQuery(month, Set.of(ExpenseType.values()), new CategoryChoice.Every()));

    /** What it shows. */
    public record Content(Household household, YearMonth month, List<CategoryTotal> categories) implements View {}

    public SubcategoriesQuery {
        types = ViewParameters.inOrder(types);
    }

    @Override
    public ViewType viewType() {
        return TYPE;
    }

    @Override
    public String parameters() {
        return ViewParameters.text(month) + ViewParameters.text(types) + ViewParameters.text(category);
    }

    @Override
    public ViewQuery in(YearMonth other) {
        return new SubcategoriesQuery(other, types, category);
    }

    @Override
    public ViewScopes scopes() {
        return ViewScopes.ofLedgers(Set.of(month));
    }

    @Override
    public SnapshotRequest request() {
        return SnapshotRequest.of(scopes()).withCategories();
    }

    @Override
    public View answer(Snapshot snapshot) {
        KnownCategories.require(category, snapshot.categories());
        MonthFacts rows = snapshot.facts(month);
        MonthFacts facts = rows.only(types, rows.spelled(category));
        return new Content(snapshot.household(), month, facts.categories());
    }
}
