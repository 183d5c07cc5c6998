package io.prorata.adapter.web.rendering;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.annotation.SerdeConfig;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.rendering.fragment.BudgetJson;
import io.prorata.adapter.web.rendering.fragment.FiguresJson;
import io.prorata.adapter.web.rendering.fragment.Links;
import io.prorata.application.query.HierarchyQuery;
import io.prorata.domain.ledger.CategoryTotal;
import io.prorata.domain.ledger.TypeTotal;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The month's transactions by type, category and subcategory, and its budgets beside the spending. */
@Serdeable.Serializable
record HierarchyResponse(String month, String currency, List<TypeNode> types, List<BudgetJson> budgets) {

    @Serdeable.Serializable
    record TypeNode(
            String expenseType, @SerdeConfig.SerUnwrapped FiguresJson figures, List<CategoryNode> categories) {}

    /** @param category the category; absent for uncategorised rows */
    @Serdeable.Serializable
    record CategoryNode(
            @Nullable String category,
            @SerdeConfig.SerUnwrapped FiguresJson figures,
            String url,
            List<SubcategoryNode> subcategories) {}

    /** @param subcategory the subcategory; absent for rows without one */
    @Serdeable.Serializable
    record SubcategoryNode(
            @Nullable String subcategory,
            @SerdeConfig.SerUnwrapped FiguresJson figures) {}

    static HierarchyResponse of(HierarchyQuery.Content view) {
        var amounts = new AmountText(view.household().currency());
        return new HierarchyResponse(
                view.plan().month().toString(),
                amounts.currency().getCurrencyCode(),
                types(amounts, view.plan().month(), view.types()),
                BudgetJson.of(amounts, view.plan(), view.budgets()));
    }

    static List<TypeNode> types(AmountText amounts, YearMonth month, List<TypeTotal> types) {
        return types.stream()
                .map(type -> new TypeNode(
                        type.type().name(),
                        FiguresJson.of(amounts, type.statistics()),
                        type.categories().stream()
                                .map(category -> node(amounts, month, category))
                                .toList()))
                .toList();
    }

    private static CategoryNode node(AmountText amounts, YearMonth month, CategoryTotal category) {
        return new CategoryNode(
                category.category(),
                FiguresJson.of(amounts, category.statistics()),
                Links.category(Links.choice(category.category()), month, category.type()),
                category.subcategories().stream()
                        .map(total ->
                                new SubcategoryNode(total.subcategory(), FiguresJson.of(amounts, total.statistics())))
                        .toList());
    }
}
