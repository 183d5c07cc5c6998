package io.prorata.adapter.web.rendering.fragment;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.plan.SplitJson;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.plan.MonthSummary;
import io.prorata.domain.plan.VariableLine;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The spending of a month in one category.
 *
 * @param category the category; absent for uncategorised rows
 * @param parts one part for each split, if its rows have different splits; otherwise empty
 */
@Serdeable.Serializable
public record SpentJson(
        @Nullable String category,
        String totalAmount,
        long transactionCount,
        Map<String, String> shares,
        List<PartOfSpent> parts) {

    /**
     * Rows of a category with the same split.
     *
     * @param keyInstead whether the household's key is used because no member of the split is present
     */
    @Serdeable.Serializable
    public record PartOfSpent(
            Map<String, Object> split,
            boolean keyInstead,
            String totalAmount,
            long transactionCount,
            Map<String, String> shares) {}

    public static List<SpentJson> of(AmountText amounts, MonthSummary summary) {
        List<MemberKey> members = summary.plan().members();
        return summary.variable().stream()
                .map(line -> new SpentJson(
                        line.category(),
                        amounts.text(line.total()),
                        line.statistics().count(),
                        amounts.shares(members, line.shares()),
                        line.parts().size() == 1 ? List.of() : parts(amounts, members, line)))
                .toList();
    }

    private static List<PartOfSpent> parts(AmountText amounts, List<MemberKey> members, VariableLine line) {
        return line.parts().stream()
                .map(part -> new PartOfSpent(
                        SplitJson.write(part.split()),
                        part.keyInstead(),
                        amounts.text(part.statistics().sum()),
                        part.statistics().count(),
                        amounts.shares(members, part.shares())))
                .toList();
    }
}
