package io.prorata.adapter.web.dashboard;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.annotation.SerdeConfig;
import io.prorata.adapter.web.json.Amounts;
import io.prorata.application.port.View;
import io.prorata.application.port.ViewQuery;
import io.prorata.application.port.ViewQuery.DrillDown.Level;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One category of a month and type: its statistics, its subcategories, and its latest transactions.
 *
 * @param selection {@code category}, {@code all} or {@code none}
 * @param otherTypes what the same category has under other types
 */
@Serdeable.Serializable
record CategoryResponse(
        String month,
        String currency,
        String selection,
        @Nullable String category,
        String expenseType,
        @SerdeConfig.SerUnwrapped Figures figures,
        List<Subcategory> subcategories,
        List<TransactionRow> transactions,
        Pagination pagination,
        List<OtherType> otherTypes,
        List<Option> drillDownOptions) {

    /** @param category in which it is; all the same where one is shown */
    @Serdeable.Serializable
    record Subcategory(
            @Nullable String category,
            @Nullable String subcategory,
            @SerdeConfig.SerUnwrapped Figures figures) {}

    @Serdeable.Serializable
    record OtherType(
            String expenseType, @SerdeConfig.SerUnwrapped Figures figures, String url) {}

    static CategoryResponse of(View.CategoryPage view) {
        var amounts = new Amounts(view.household().currency());
        ViewQuery.CategoryPage query = view.query();
        Selection selection = Selection.of(query.category());
        return new CategoryResponse(
                query.month().toString(),
                amounts.currency().getCurrencyCode(),
                selection.kind(),
                selection.name(),
                query.type().name(),
                Figures.of(amounts, view.chosen().all()),
                view.chosen().categories().stream()
                        .flatMap(category -> category.subcategories().stream()
                                .map(total -> new Subcategory(
                                        category.category(),
                                        total.subcategory(),
                                        Figures.of(amounts, total.statistics()))))
                        .toList(),
                view.transactions().items().stream()
                        .map(transaction -> TransactionRow.of(amounts, transaction))
                        .toList(),
                Pagination.of(
                        view.transactions(),
                        Links.drillDown(query.category(), query.month(), query.type(), Level.TRANSACTIONS)),
                view.others().stream()
                        .map(other -> new OtherType(
                                other.type().name(),
                                Figures.of(amounts, other.statistics()),
                                Links.category(query.category(), query.month(), other.type())))
                        .toList(),
                Arrays.stream(Level.values())
                        .map(level -> Option.of(level, query.category(), query.month(), query.type()))
                        .toList());
    }
}
