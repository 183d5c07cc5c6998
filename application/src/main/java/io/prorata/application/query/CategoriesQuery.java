package io.prorata.application.query;

import io.prorata.application.view.Snapshot;
import io.prorata.domain.household.Household;
import io.prorata.domain.ledger.CategoryTotal;
import io.prorata.domain.ledger.ExpenseType;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;

/** The month's categories. */
public record CategoriesQuery(YearMonth month, Set<ExpenseType> types) implements ViewQuery.OfTypes {

    static final ViewType TYPE = ViewType.overview(
            "categories",
            KeyPattern.TRANSACTIONS,
            parameters -> new CategoriesQuery(parameters.month(), parameters.types()),
            month -> new CategoriesQuery(month, Set.of(ExpenseType.values())));

    /** What it shows. */
    public record Content(Household household, YearMonth month, List<CategoryTotal> categories) implements View {}

    public CategoriesQuery {
        types = ViewParameters.inOrder(types);
    }

    @Override
    public ViewType viewType() {
        return TYPE;
    }

    @Override
    public ViewQuery in(YearMonth other) {
        return new CategoriesQuery(other, types);
    }

    @Override
    public View answer(Snapshot snapshot) {
        return new Content(snapshot.household(), month, facts(snapshot).categories());
    }
}
