package io.prorata.application.query;

import io.prorata.application.view.Snapshot;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.Household;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.TypeTotal;
import io.prorata.domain.plan.BudgetLine;
import io.prorata.domain.plan.MonthPlan;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;

/** The month's transactions by type, category and subcategory, and its budgets beside what was spent. */
public record HierarchyQuery(YearMonth month, Set<ExpenseType> types) implements ViewQuery.OfTypes {

    static final ViewType TYPE = ViewType.overview(
            "hierarchy",
            KeyPattern.TRANSACTIONS,
            parameters -> new HierarchyQuery(parameters.month(), parameters.types()),
            month -> new HierarchyQuery(month, Set.of(ExpenseType.values())));

    /**
     * What it shows.
     *
     * @param budgets beside what was spent; none where VARIABLE rows are not asked for
     */
    public record Content(Household household, MonthPlan plan, List<TypeTotal> types, List<BudgetLine> budgets)
            implements View {}

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
    public ViewScopes scopes() {
        return ViewScopes.ofMonth(month);
    }

    @Override
    public View answer(Snapshot snapshot) {
        return new Content(
                snapshot.household(),
                snapshot.plan(month),
                facts(snapshot).tree(),
                types.contains(ExpenseType.VARIABLE) ? snapshot.summary(month).budgets() : List.of());
    }
}
