package io.prorata.application.query;

import io.prorata.application.view.PageRequest;
import io.prorata.application.view.Snapshot;
import io.prorata.application.view.SnapshotRequest;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.Household;
import io.prorata.domain.ledger.CategoryChoice;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.MonthFacts;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.ledger.TypeTotal;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** One category of a month: what it comes to, its subcategories, and its latest transactions. */
public record CategoryQuery(YearMonth month, ExpenseType type, CategoryChoice category) implements ViewQuery {

    static final ViewType TYPE = ViewType.detail(
            "category",
            KeyPattern.TRANSACTIONS,
            parameters -> new CategoryQuery(parameters.month(), parameters.type(), parameters.category()),
            month -> new CategoryQuery(month, ExpenseType.VARIABLE, new CategoryChoice.Every()));

    /**
     * What it shows: one choice of categories of one type.
     *
     * @param chosen its facts
     * @param others what the same categories have under other types
     */
    public record Content(
            Household household,
            CategoryQuery query,
            MonthFacts chosen,
            List<TypeTotal> others,
            Page<Transaction> transactions)
            implements View {}

    @Override
    public ViewType viewType() {
        return TYPE;
    }

    @Override
    public String parameters() {
        return ViewParameters.list(month, type, category);
    }

    @Override
    public ViewQuery in(YearMonth other) {
        return new CategoryQuery(other, type, category);
    }

    @Override
    public ViewScopes scopes() {
        return ViewScopes.ofLedgers(Set.of(month));
    }

    @Override
    public SnapshotRequest request() {
        return SnapshotRequest.of(scopes())
                .withCategories()
                .withPage(new PageRequest(month, type, category, Optional.empty(), 0, Page.USUAL + 1));
    }

    @Override
    public View answer(Snapshot snapshot) {
        KnownCategories.require(category, snapshot.categories());
        MonthFacts facts = snapshot.facts(month);
        CategoryChoice named = facts.spelled(category);
        MonthFacts chosen = facts.only(EnumSet.of(type), named);
        return new Content(
                snapshot.household(),
                new CategoryQuery(month, type, named),
                chosen,
                facts.only(EnumSet.complementOf(EnumSet.of(type)), named).tree(),
                Page.of(
                        snapshot,
                        DrillDownQuery.list(month, type, category),
                        Page.USUAL,
                        OptionalLong.of(0),
                        chosen.count()));
    }
}
