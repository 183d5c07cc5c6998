package io.prorata.adapter.web.rendering;

import io.micronaut.json.JsonMapper;
import io.prorata.adapter.web.build.CodeVersion;
import io.prorata.application.port.Renderer;
import io.prorata.application.view.Document;
import io.prorata.application.view.View;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Views as JSON. */
@Singleton
final class JsonRenderer implements Renderer {

    private final JsonMapper json;

    JsonRenderer(JsonMapper json) {
        this.json = json;
    }

    @Override
    public long version() {
        return CodeVersion.CURRENT;
    }

    @Override
    public Document render(View view) {
        Object response = switch (view) {
            case View.SlimSummary slim -> SlimSummaryResponse.of(slim);
            case View.Summary summary -> SummaryResponse.of(summary);
            case View.Screen screen -> ScreenResponse.of(screen);
            case View.SavingsByCategory savings -> SavingsResponse.of(savings);
            case View.ExpensesByCategory expenses -> ExpensesResponse.of(expenses);
            case View.ProvisionDetails details -> ProvisionDetailsResponse.of(details);
            case View.ProvisionsSummary summary -> ProvisionsSummaryResponse.of(summary);
            case View.Provisions provisions -> ProvisionsResponse.of(provisions);
            case View.Hierarchy hierarchy -> HierarchyResponse.of(hierarchy);
            case View.Categories categories -> CategoriesResponse.of(categories);
            case View.Subcategories subcategories -> SubcategoriesResponse.of(subcategories);
            case View.CategoryPage category -> CategoryResponse.of(category);
            case View.DrillDown drillDown -> DrillDownResponse.of(drillDown);
            case View.Analytics analytics -> AnalyticsResponse.of(analytics);
            case View.Settlement settlement -> SettlingResponse.of(settlement);
        };
        try {
            return new Document(json.writeValueAsBytes(response));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
