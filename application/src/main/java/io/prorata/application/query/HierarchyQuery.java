package io.prorata.application.query;

import io.prorata.application.view.Snapshot;
import io.prorata.domain.household.Household;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.TypeTotal;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;

/** The month's transactions by type, category and subcategory. */
public record HierarchyQuery(YearMonth month, Set<ExpenseType> types) implements ViewQuery.OfTypes {

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
    public ViewQuery in(YearMonth other) {
        return new HierarchyQuery(other, types);
    }

    @Override
    public View answer(Snapshot snapshot) {
        return new Content(snapshot.household(), month, facts(snapshot).tree());
    }
}
