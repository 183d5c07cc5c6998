package io.prorata.adapter.web.rendering.fragment;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.domain.plan.MonthPlan;
import io.prorata.domain.split.Weights;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;

/** The split of a month's common expenses, by member. */
public final class SplitRatios {

    private static final int DECIMALS = 6;

    private SplitRatios() {}

    /**
     * A member's part of the common expenses.
     *
     * @param weight the exact weight
     * @param ratio for display: the weight's part of all weights, six decimals, rounded half up
     */
    @Serdeable.Serializable
    public record SplitRatio(long weight, String ratio) {}

    public static Map<String, SplitRatio> of(MonthPlan plan) {
        return plan.key().weights().map(weights -> of(plan, weights)).orElse(Map.of());
    }

    private static Map<String, SplitRatio> of(MonthPlan plan, Weights weights) {
        Map<String, SplitRatio> ratios = new LinkedHashMap<>();
        for (int m = 0; m < plan.members().size(); m++) {
            String ratio = BigDecimal.valueOf(weights.of(m))
                    .divide(BigDecimal.valueOf(weights.total()), DECIMALS, RoundingMode.HALF_UP)
                    .toPlainString();
            ratios.put(plan.members().get(m).text(), new SplitRatio(weights.of(m), ratio));
        }
        return ratios;
    }
}
