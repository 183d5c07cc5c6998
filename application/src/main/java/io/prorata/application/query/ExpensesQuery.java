package io.prorata.application.query;

import io.prorata.application.view.Snapshot;
import io.prorata.application.view.SnapshotRequest;
import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.Household;
import io.prorata.domain.ledger.CategoryChoice;
import io.prorata.domain.plan.Budget;
import io.prorata.domain.plan.Expenses;
import java.time.YearMonth;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The month's bills by category, beside what paid them, and its budgets beside what was spent. */
public record ExpensesQuery(YearMonth month, CategoryChoice category) implements ViewQuery.OfCategory {

    static final ViewType TYPE = ViewType.overview(
            "expenses",
            KeyPattern.EXPENSES,
            parameters -> new ExpensesQuery(parameters.month(), parameters.category()),
            month -> new ExpensesQuery(month, new CategoryChoice.Every()));

    /** What it shows. */
    public record Content(Household household, Expenses expenses) implements View {}

    @Override
    public ViewType viewType() {
        return TYPE;
    }

    @Override
    public ViewQuery in(YearMonth other) {
        return new ExpensesQuery(other, category);
    }

    @Override
    public ViewScopes scopes() {
        return ViewScopes.ofMonth(month);
    }

    @Override
    public SnapshotRequest request() {
        return SnapshotRequest.of(scopes()).withoutExtremes();
    }

    @Override
    public View answer(Snapshot snapshot) {
        KnownCategories.require(
                category,
                Stream.concat(
                                snapshot.book().fixed().stream().map(FixedExpense::category),
                                snapshot.book().budgets().stream().map(Budget::category))
                        .collect(Collectors.toSet()));
        return new Content(snapshot.household(), Expenses.of(snapshot.summary(month), category));
    }
}
