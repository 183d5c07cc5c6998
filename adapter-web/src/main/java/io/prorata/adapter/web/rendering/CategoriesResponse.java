package io.prorata.adapter.web.rendering;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.annotation.SerdeConfig;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.rendering.fragment.FiguresJson;
import io.prorata.adapter.web.rendering.fragment.Links;
import io.prorata.application.query.CategoriesQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The categories of a month, one row for each category and type. */
@Serdeable.Serializable
record CategoriesResponse(String month, String currency, List<Row> categories) {

    /** @param category the category; absent for uncategorised rows */
    @Serdeable.Serializable
    record Row(
            @Nullable String category,
            String expenseType,
            @SerdeConfig.SerUnwrapped FiguresJson figures,
            String url) {}

    static CategoriesResponse of(CategoriesQuery.Content view) {
        var amounts = new AmountText(view.household().currency());
        return new CategoriesResponse(
                view.month().toString(),
                amounts.currency().getCurrencyCode(),
                view.categories().stream()
                        .map(category -> new Row(
                                category.category(),
                                category.type().name(),
                                FiguresJson.of(amounts, category.statistics()),
                                Links.category(Links.choice(category.category()), view.month(), category.type())))
                        .toList());
    }
}
