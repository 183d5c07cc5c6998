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
import io.prorata.application.query.CategoryQuery;
import io.prorata.application.query.DrillDownQuery.Level;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One category of a month and type: its statistics, its subcategories, and its latest transactions.
 *
 * @param selection {@code category}, {@code all} or {@code none}
 * @param otherTypes the totals of the same category under other types
 */
@Serdeable.Serializable
record CategoryResponse(
        String month,
        String currency,
        String selection,
        @Nullable String category,
        String expenseType,
        @SerdeConfig.SerUnwrapped FiguresJson figures,
        List<Subcategory> subcategories,
        List<TransactionRowJson> transactions,
        PaginationJson pagination,
        List<OtherType> otherTypes,
        List<OptionJson> drillDownOptions) {

    /** @param category its category; the same for all if one category is shown */
    @Serdeable.Serializable
    record Subcategory(
            @Nullable String category,
            @Nullable String subcategory,
            @SerdeConfig.SerUnwrapped FiguresJson figures) {}

    @Serdeable.Serializable
    record OtherType(
            String expenseType, @SerdeConfig.SerUnwrapped FiguresJson figures, String url) {}

    static CategoryResponse of(CategoryQuery.Content view) {
        var amounts = new AmountText(view.household().currency());
        CategoryQuery query = view.query();
        SelectionJson selection = SelectionJson.of(query.category());
        return new CategoryResponse(
                query.month().toString(),
                amounts.currency().getCurrencyCode(),
                selection.kind(),
                selection.name(),
                query.type().name(),
                FiguresJson.of(amounts, view.chosen().all()),
                view.chosen().categories().stream()
                        .flatMap(category -> category.subcategories().stream()
                                .map(total -> new Subcategory(
                                        category.category(),
                                        total.subcategory(),
                                        FiguresJson.of(amounts, total.statistics()))))
                        .toList(),
                view.transactions().items().stream()
                        .map(transaction -> TransactionRowJson.of(amounts, transaction))
                        .toList(),
                Pagination.of(
                        view.transactions(),
                        Links.drillDown(query.category(), query.month(), query.type(), Level.TRANSACTIONS)),
                view.others().stream()
                        .map(other -> new OtherType(
                                other.type().name(),
                                FiguresJson.of(amounts, other.statistics()),
                                Links.category(query.category(), query.month(), other.type())))
                        .toList(),
                Arrays.stream(Level.values())
                        .map(level -> OptionJson.of(level, query.category(), query.month(), query.type()))
                        .toList());
    }
}
