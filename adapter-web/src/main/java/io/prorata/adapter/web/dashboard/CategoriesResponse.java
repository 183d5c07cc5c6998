package io.prorata.adapter.web.dashboard;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.annotation.SerdeConfig;
import io.prorata.adapter.web.json.Amounts;
import io.prorata.application.port.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The categories of a month, a row for each type they have. */
@Serdeable.Serializable
record CategoriesResponse(String month, String currency, List<Row> categories) {

    /** @param category absent for the uncategorised */
    @Serdeable.Serializable
    record Row(
            @Nullable String category,
            String expenseType,
            @SerdeConfig.SerUnwrapped Figures figures,
            String url) {}

    static CategoriesResponse of(View.Categories view) {
        var amounts = new Amounts(view.household().currency());
        return new CategoriesResponse(
                view.month().toString(),
                amounts.currency().getCurrencyCode(),
                view.categories().stream()
                        .map(category -> new Row(
                                category.category(),
                                category.type().name(),
                                Figures.of(amounts, category.statistics()),
                                Links.category(Links.choice(category.category()), view.month(), category.type())))
                        .toList());
    }
}
