package io.prorata.adapter.web.dashboard;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.annotation.SerdeConfig;
import io.prorata.adapter.web.json.Amounts;
import io.prorata.application.port.View;
import io.prorata.application.port.ViewQuery;
import io.prorata.application.port.ViewQuery.DrillDown.Level;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One level of a drill-down.
 *
 * @param selection {@code category}, {@code all} or {@code none}
 * @param figures of all pages together
 * @param data categories, subcategories or transactions
 */
@Serdeable.Serializable
record DrillDownResponse(
        String month,
        String currency,
        String selection,
        @Nullable String category,
        String expenseType,
        String level,
        @SerdeConfig.SerUnwrapped Figures figures,
        List<?> data,
        Pagination pagination,
        List<Option> drillDownOptions) {

    /** @param url its next level */
    @Serdeable.Serializable
    record CategoryRow(
            @Nullable String category,
            @SerdeConfig.SerUnwrapped Figures figures,
            String url) {}

    @Serdeable.Serializable
    record SubcategoryRow(
            @Nullable String category,
            @Nullable String subcategory,
            @SerdeConfig.SerUnwrapped Figures figures) {}

    static DrillDownResponse of(View.DrillDown view) {
        var amounts = new Amounts(view.household().currency());
        ViewQuery.DrillDown query = view.query();
        Selection selection = Selection.of(query.category());
        return new DrillDownResponse(
                query.month().toString(),
                amounts.currency().getCurrencyCode(),
                selection.kind(),
                selection.name(),
                query.type().name(),
                query.level().name().toLowerCase(Locale.ROOT),
                Figures.of(amounts, view.statistics()),
                data(amounts, query, view.rows()),
                Pagination.of(
                        view.rows().page(),
                        Links.drillDown(query.category(), query.month(), query.type(), query.level())),
                Option.below(query.level(), query.category(), query.month(), query.type()));
    }

    private static List<?> data(Amounts amounts, ViewQuery.DrillDown query, View.Rows rows) {
        return switch (rows) {
            case View.Rows.OfCategories(var page) ->
                page.items().stream()
                        .map(category -> new CategoryRow(
                                category.category(),
                                Figures.of(amounts, category.statistics()),
                                Links.drillDown(
                                        Links.choice(category.category()), query.month(), query.type(), Level.DETAILS)))
                        .toList();
            case View.Rows.OfSubcategories(var page) ->
                page.items().stream()
                        .map(row -> new SubcategoryRow(
                                row.category(),
                                row.total().subcategory(),
                                Figures.of(amounts, row.total().statistics())))
                        .toList();
            case View.Rows.OfTransactions(var page) ->
                page.items().stream()
                        .map(transaction -> TransactionRow.of(amounts, transaction))
                        .toList();
        };
    }
}
