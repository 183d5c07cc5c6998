package io.prorata.application.query;

import io.prorata.application.view.Snapshot;
import io.prorata.application.view.SnapshotRequest;
import io.prorata.domain.RefusedException;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.Household;
import io.prorata.domain.ledger.CategoryChoice;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.MonthFacts;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;

/**
 * Which view is asked for, in canonical form: two requests that mean the same are equal. One class per view has all there is to know of
 * it: its name and key pattern ({@link #viewType}), its parameters, what it depends on and needs, and how it is answered.
 */
public sealed interface ViewQuery
        permits ViewQuery.OfMonth,
                ViewQuery.OfCategory,
                ViewQuery.OfTypes,
                ProvisionsQuery,
                SubcategoriesQuery,
                CategoryQuery,
                DrillDownQuery,
                AnalyticsQuery,
                SettlementQuery,
                YearQuery {

    /** A view with no parameter but its month. */
    sealed interface OfMonth extends ViewQuery
            permits SlimSummaryQuery, SummaryQuery, ScreenQuery, ProvisionDetailsQuery, ProvisionsSummaryQuery {

        @Override
        default String parameters() {
            return ViewParameters.text(month());
        }

        @Override
        default ViewQuery in(YearMonth other) {
            return viewType().of(other);
        }
    }

    /** A view of a month's plan, of all categories or of some. */
    sealed interface OfCategory extends ViewQuery permits SavingsQuery, ExpensesQuery {

        @Override
        default String parameters() {
            return ViewParameters.text(month()) + ViewParameters.text(category());
        }
    }

    /** A view of a month's rows of some types. */
    sealed interface OfTypes extends ViewQuery permits HierarchyQuery, CategoriesQuery {

        Set<ExpenseType> types();

        @Override
        default String parameters() {
            return ViewParameters.text(month()) + ViewParameters.text(types());
        }

        @Override
        default ViewScopes scopes() {
            return ViewScopes.ofLedgers(Set.of(month()));
        }

        /** Returns the rows that count. */
        default MonthFacts facts(Snapshot snapshot) {
            return snapshot.facts(month()).only(types(), new CategoryChoice.Every());
        }
    }

    /** What a view shows, before it is written down. */
    sealed interface View
            permits SlimSummaryQuery.Content,
                    SummaryQuery.Content,
                    ScreenQuery.Content,
                    SavingsQuery.Content,
                    ExpensesQuery.Content,
                    ProvisionDetailsQuery.Content,
                    ProvisionsSummaryQuery.Content,
                    ProvisionsQuery.Content,
                    HierarchyQuery.Content,
                    CategoriesQuery.Content,
                    SubcategoriesQuery.Content,
                    CategoryQuery.Content,
                    DrillDownQuery.Content,
                    AnalyticsQuery.Content,
                    SettlementQuery.Content,
                    YearQuery.Content {

        Household household();
    }

    /** Returns every view there is. */
    static List<ViewType> types() {
        return List.of(
                SlimSummaryQuery.TYPE,
                SummaryQuery.TYPE,
                ScreenQuery.TYPE,
                SavingsQuery.TYPE,
                ExpensesQuery.TYPE,
                ProvisionDetailsQuery.TYPE,
                ProvisionsSummaryQuery.TYPE,
                ProvisionsQuery.TYPE,
                HierarchyQuery.TYPE,
                CategoriesQuery.TYPE,
                SubcategoriesQuery.TYPE,
                CategoryQuery.TYPE,
                DrillDownQuery.TYPE,
                AnalyticsQuery.TYPE,
                SettlementQuery.TYPE,
                YearQuery.TYPE);
    }

    /** Returns the view of which this is a query. */
    ViewType viewType();

    /** Returns the parameters as one text, which the view's type reads back; different queries of a view differ. */
    String parameters();

    /** Returns the query as one text, for keys and tags; different queries differ. */
    default String canonical() {
        return viewType().name() + "?" + parameters();
    }

    /** Returns the month that is shown, the last one of several. */
    YearMonth month();

    /** Returns what this shows, of another month; a list from its beginning. */
    ViewQuery in(YearMonth other);

    /** Returns which categories are shown. */
    default CategoryChoice category() {
        return new CategoryChoice.Every();
    }

    /** Returns what the view depends on: a pure function of the query. */
    ViewScopes scopes();

    /** Returns what the view needs of the books: all of it within its scopes. */
    default SnapshotRequest request() {
        return SnapshotRequest.of(scopes());
    }

    /**
     * Returns the view of {@code snapshot}, which is as {@link #request}.
     *
     * @throws RefusedException if the query names something that is not there
     */
    View answer(Snapshot snapshot);
}
