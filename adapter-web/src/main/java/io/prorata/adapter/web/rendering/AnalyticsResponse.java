package io.prorata.adapter.web.rendering;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.annotation.SerdeConfig;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.rendering.fragment.ChangeJson;
import io.prorata.adapter.web.rendering.fragment.FiguresJson;
import io.prorata.application.query.AnalyticsQuery;
import io.prorata.domain.ledger.CategoryAnalysis;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Categories over one month or several, the largest total first, with their changes. */
@Serdeable.Serializable
record AnalyticsResponse(String from, String to, String currency, List<OfType> types, List<OfCategory> categories) {

    @Serdeable.Serializable
    record OfType(
            String expenseType, @SerdeConfig.SerUnwrapped FiguresJson figures, List<Point> series) {}

    /** @param category the category; absent for uncategorised rows */
    @Serdeable.Serializable
    record OfCategory(
            @Nullable String category,
            String expenseType,
            @SerdeConfig.SerUnwrapped FiguresJson figures,
            List<Point> series) {}

    /** One month, beside the month before and the same month a year before. */
    @Serdeable.Serializable
    record Point(
            String month,
            @SerdeConfig.SerUnwrapped FiguresJson figures,
            ChangeJson sinceMonthBefore,
            ChangeJson sinceYearBefore) {}

    static AnalyticsResponse of(AnalyticsQuery.Content view) {
        var amounts = new AmountText(view.household().currency());
        CategoryAnalysis analysis = view.analysis();
        return new AnalyticsResponse(
                analysis.period().from().toString(),
                analysis.period().to().toString(),
                amounts.currency().getCurrencyCode(),
                analysis.types().stream()
                        .map(line -> new OfType(
                                line.type().name(), FiguresJson.of(amounts, line.statistics()), series(amounts, line)))
                        .toList(),
                analysis.categories().stream()
                        .map(line -> new OfCategory(
                                line.category(),
                                line.type().name(),
                                FiguresJson.of(amounts, line.statistics()),
                                series(amounts, line)))
                        .toList());
    }

    private static List<Point> series(AmountText amounts, CategoryAnalysis.Line line) {
        return line.series().stream()
                .map(point -> new Point(
                        point.month().toString(),
                        FiguresJson.of(amounts, point.statistics()),
                        ChangeJson.of(amounts, point.sinceMonthBefore()),
                        ChangeJson.of(amounts, point.sinceYearBefore())))
                .toList();
    }
}
