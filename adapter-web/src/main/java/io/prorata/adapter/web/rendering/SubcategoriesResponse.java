package io.prorata.adapter.web.rendering;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.annotation.SerdeConfig;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.rendering.fragment.FiguresJson;
import io.prorata.application.query.SubcategoriesQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The subcategories of a month, one row for each subcategory, category and type. */
@Serdeable.Serializable
record SubcategoriesResponse(String month, String currency, List<Row> subcategories) {

    /** @param subcategory the subcategory; absent for rows without one */
    @Serdeable.Serializable
    record Row(
            @Nullable String category,
            @Nullable String subcategory,
            String expenseType,
            @SerdeConfig.SerUnwrapped FiguresJson figures) {}

    static SubcategoriesResponse of(SubcategoriesQuery.Content view) {
        var amounts = new AmountText(view.household().currency());
        return new SubcategoriesResponse(
                view.month().toString(),
                amounts.currency().getCurrencyCode(),
                view.categories().stream()
                        .flatMap(category -> category.subcategories().stream()
                                .map(total -> new Row(
                                        category.category(),
                                        total.subcategory(),
                                        category.type().name(),
                                        FiguresJson.of(amounts, total.statistics()))))
                        .toList());
    }
}
