package io.prorata.adapter.web.rendering.fragment;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.domain.plan.FixedLine;
import io.prorata.domain.plan.MonthPlan;
import io.prorata.domain.plan.ProvisionLine;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The lines of a month's plan. */
public final class LinesJson {

    private LinesJson() {}

    /**
     * What a month puts aside for one provision.
     *
     * @param keyInstead whether the household's key serves because nobody of the line's own split is there
     * @param balance at the end of the month
     * @param ended whether it has ended and is shown because of its balance; then it has no target
     */
    @Serdeable.Serializable
    public record SavedLine(
            long id,
            String name,
            @Nullable String category,
            String monthlyAmount,
            Map<String, String> shares,
            boolean keyInstead,
            @Nullable String target,
            String balance,
            @Nullable String progressPercentage,
            boolean ended) {

        public static SavedLine of(AmountText amounts, MonthPlan plan, ProvisionLine line) {
            return new SavedLine(
                    line.provision().id(),
                    line.provision().card().name(),
                    line.provision().card().category(),
                    amounts.text(line.monthly()),
                    amounts.shares(plan.members(), line.shares()),
                    line.keyInstead(),
                    line.target().map(amounts::text).orElse(null),
                    amounts.text(line.balance()),
                    Percentages.progress(line.progress()),
                    line.ended());
        }
    }

    /**
     * What a month carries of one bill.
     *
     * @param amount of one bill
     * @param paidFromCategory the category of the transactions that pay it
     */
    @Serdeable.Serializable
    public record BillLine(
            long id,
            String label,
            String category,
            String amount,
            String frequency,
            String monthlyAmount,
            Map<String, String> shares,
            boolean keyInstead,
            String paidFromCategory) {

        public static BillLine of(AmountText amounts, MonthPlan plan, FixedLine line) {
            return new BillLine(
                    line.expense().id(),
                    line.expense().label(),
                    line.expense().category(),
                    amounts.text(line.terms().amount()),
                    line.terms().frequency().name().toLowerCase(Locale.ROOT),
                    amounts.text(line.monthly()),
                    amounts.shares(plan.members(), line.shares()),
                    line.keyInstead(),
                    line.expense().paidBy());
        }
    }
}
