package io.prorata.adapter.web.rendering.fragment;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.domain.ledger.CategoryChoice;
import io.prorata.domain.plan.MonthSummary;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The addresses of a month's details.
 *
 * @param hierarchy every transaction of the month, by type
 * @param categories the everyday spending of each category by name
 * @param uncategorised the everyday spending without a category, if there is any
 */
@Serdeable.Serializable
public record DrillDownUrls(
        String provisions,
        String hierarchy,
        Map<String, String> categories,
        @Nullable String uncategorised) {

    public static DrillDownUrls of(MonthSummary summary) {
        YearMonth month = summary.plan().month();
        Map<String, String> categories = new LinkedHashMap<>();
        String uncategorised = null;
        for (var line : summary.variable()) {
            if (line.category() == null) {
                uncategorised = Links.category(new CategoryChoice.Uncategorised(), month);
            } else {
                categories.put(line.category(), Links.category(new CategoryChoice.Named(line.category()), month));
            }
        }
        return new DrillDownUrls(Links.provisions(month), Links.hierarchy(month), categories, uncategorised);
    }
}
