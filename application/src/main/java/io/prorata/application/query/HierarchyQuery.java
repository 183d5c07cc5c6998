package io.prorata.application.query;

import io.prorata.application.view.Snapshot;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.Household;
import io.prorata.domain.ledger.CategoryChoice;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.MonthFacts;
import io.prorata.domain.ledger.TypeTotal;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;

/** The month's transactions by type, category and subcategory. */
public record HierarchyQuery(YearMonth month, Set<ExpenseType> types) implements ViewQuery {

    static final ViewType TYPE = ViewType.overview(
            "hierarchy",
            KeyPattern.TRANSACTIONS,
            parameters -> new HierarchyQuery(parameters.month(), parameters.types()),
            month -> new HierarchyQuery(month, Set.of(ExpenseType.values())));

    /** What it shows. */
    public record Content(Household household, YearMonth month, List<TypeTotal> types) implements View {}

    public HierarchyQuery {
        types = ViewParameters.inOrder(types);
    }

    @Override
    public ViewType viewType() {
        return TYPE;
    }

    @Override
    public String parameters() {
        return ViewParameters.text(month) + ViewParameters.text(types);
    }

    @Override
    public ViewQuery in(YearMonth other) {
        return new HierarchyQuery(other, types);
    }

    @Override
    public ViewScopes scopes() {
        return ViewScopes.ofLedgers(Set.of(month));
    }

    @Override
    public View answer(Snapshot snapshot) {
        MonthFacts facts = snapshot.facts(month).only(types, new CategoryChoice.Every());
        return new Content(snapshot.household(), month, facts.tree());
    }
}
