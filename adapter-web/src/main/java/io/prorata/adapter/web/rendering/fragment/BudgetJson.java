package io.prorata.adapter.web.rendering.fragment;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.domain.plan.BudgetLine;
import io.prorata.domain.plan.MonthPlan;
import java.util.List;
import java.util.Map;

/**
 * A budget beside the spending of its category, in any spelling.
 *
 * @param monthlyAmount the expected monthly spending
 * @param keyInstead whether the household's key is used because no member of the budget's own split is present
 * @param spentAmount everyday spending of the category, in any spelling
 * @param leftAmount the rest; negative if more was spent
 */
@Serdeable.Serializable
public record BudgetJson(
        long id,
        String category,
        String monthlyAmount,
        Map<String, String> shares,
        boolean keyInstead,
        String spentAmount,
        String leftAmount) {

    public static List<BudgetJson> of(AmountText amounts, MonthPlan plan, List<BudgetLine> lines) {
        return lines.stream()
                .map(line -> new BudgetJson(
                        line.plan().budget().id(),
                        line.plan().budget().category(),
                        amounts.text(line.plan().amount()),
                        amounts.shares(plan.members(), line.plan().shares()),
                        line.plan().keyInstead(),
                        amounts.text(line.spent()),
                        amounts.text(line.left())))
                .toList();
    }
}
