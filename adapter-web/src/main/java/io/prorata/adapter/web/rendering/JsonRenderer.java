package io.prorata.adapter.web.rendering;

import io.micronaut.json.JsonMapper;
import io.prorata.adapter.web.build.CodeVersion;
import io.prorata.application.port.Renderer;
import io.prorata.application.query.AnalyticsQuery;
import io.prorata.application.query.CategoriesQuery;
import io.prorata.application.query.CategoryQuery;
import io.prorata.application.query.DrillDownQuery;
import io.prorata.application.query.ExpensesQuery;
import io.prorata.application.query.HierarchyQuery;
import io.prorata.application.query.ProvisionDetailsQuery;
import io.prorata.application.query.ProvisionsQuery;
import io.prorata.application.query.ProvisionsSummaryQuery;
import io.prorata.application.query.SavingsQuery;
import io.prorata.application.query.ScreenQuery;
import io.prorata.application.query.SettlementQuery;
import io.prorata.application.query.SlimSummaryQuery;
import io.prorata.application.query.SubcategoriesQuery;
import io.prorata.application.query.SummaryQuery;
import io.prorata.application.query.ViewQuery.View;
import io.prorata.application.query.YearQuery;
import io.prorata.application.view.Document;
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
            case SlimSummaryQuery.Content slim -> SlimSummaryResponse.of(slim);
            case SummaryQuery.Content summary -> SummaryResponse.of(summary);
            case ScreenQuery.Content screen -> ScreenResponse.of(screen);
            case SavingsQuery.Content savings -> SavingsResponse.of(savings);
            case ExpensesQuery.Content expenses -> ExpensesResponse.of(expenses);
            case ProvisionDetailsQuery.Content details -> ProvisionDetailsResponse.of(details);
            case ProvisionsSummaryQuery.Content summary -> ProvisionsSummaryResponse.of(summary);
            case ProvisionsQuery.Content provisions -> ProvisionsResponse.of(provisions);
            case HierarchyQuery.Content hierarchy -> HierarchyResponse.of(hierarchy);
            case CategoriesQuery.Content categories -> CategoriesResponse.of(categories);
            case SubcategoriesQuery.Content subcategories -> SubcategoriesResponse.of(subcategories);
            case CategoryQuery.Content category -> CategoryResponse.of(category);
            case DrillDownQuery.Content drillDown -> DrillDownResponse.of(drillDown);
            case AnalyticsQuery.Content analytics -> AnalyticsResponse.of(analytics);
            case SettlementQuery.Content settlement -> SettlingResponse.of(settlement);
            case YearQuery.Content year -> YearResponse.of(year);
        };
        try {
            return new Document(json.writeValueAsBytes(response));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
