package io.prorata.adapter.web.rendering;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.annotation.SerdeConfig;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.json.PaginationJson;
import io.prorata.adapter.web.rendering.fragment.FiguresJson;
import io.prorata.adapter.web.rendering.fragment.Links;
import io.prorata.adapter.web.rendering.fragment.OptionJson;
import io.prorata.adapter.web.rendering.fragment.Pagination;
import io.prorata.adapter.web.rendering.fragment.SelectionJson;
import io.prorata.adapter.web.rendering.fragment.TransactionRowJson;
import io.prorata.application.query.DrillDownQuery;
import io.prorata.application.query.DrillDownQuery.Level;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One level of a drill-down.
 *
 * @param selection {@code category}, {@code all} or {@code none}
 * @param figures the figures of all pages together
 * @param data the categories, subcategories or transactions
 */
@Serdeable.Serializable
record DrillDownResponse(
        String month,
        String currency,
        String selection,
        @Nullable String category,
        String expenseType,
        String level,
        @SerdeConfig.SerUnwrapped FiguresJson figures,
        List<?> data,
        PaginationJson pagination,
        List<OptionJson> drillDownOptions) {

    /** @param url the address of its next level */
    @Serdeable.Serializable
    record CategoryRow(
            @Nullable String category,
            @SerdeConfig.SerUnwrapped FiguresJson figures,
            String url) {}

    @Serdeable.Serializable
    record SubcategoryRow(
            @Nullable String category,
            @Nullable String subcategory,
            @SerdeConfig.SerUnwrapped FiguresJson figures) {}

    static DrillDownResponse of(DrillDownQuery.Content view) {
        var amounts = new AmountText(view.household().currency());
        DrillDownQuery query = view.query();
        SelectionJson selection = SelectionJson.of(query.category());
        return new DrillDownResponse(
                query.month().toString(),
                amounts.currency().getCurrencyCode(),
                selection.kind(),
                selection.name(),
                query.type().name(),
                query.level().name().toLowerCase(Locale.ROOT),
                FiguresJson.of(amounts, view.statistics()),
                data(amounts, query, view.rows()),
                Pagination.of(
                        view.rows().page(),
                        Links.drillDown(query.category(), query.month(), query.type(), query.level())),
                OptionJson.below(query.level(), query.category(), query.month(), query.type()));
    }

    private static List<?> data(AmountText amounts, DrillDownQuery query, DrillDownQuery.Rows rows) {
        return switch (rows) {
            case DrillDownQuery.Rows.OfCategories(var page) ->
                page.items().stream()
                        .map(category -> new CategoryRow(
                                category.category(),
                                FiguresJson.of(amounts, category.statistics()),
                                Links.drillDown(
                                        Links.choice(category.category()), query.month(), query.type(), Level.DETAILS)))
                        .toList();
            case DrillDownQuery.Rows.OfSubcategories(var page) ->
                page.items().stream()
                        .map(row -> new SubcategoryRow(
                                row.category(),
                                row.total().subcategory(),
                                FiguresJson.of(amounts, row.total().statistics())))
                        .toList();
            case DrillDownQuery.Rows.OfTransactions(var page) ->
                page.items().stream()
                        .map(transaction -> TransactionRowJson.of(amounts, transaction))
                        .toList();
        };
    }
}
