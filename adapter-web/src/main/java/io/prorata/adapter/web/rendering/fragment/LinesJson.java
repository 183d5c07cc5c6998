package io.prorata.adapter.web.rendering.fragment;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.domain.money.Money;
import io.prorata.domain.plan.FixedLine;
import io.prorata.domain.plan.MonthPlan;
import io.prorata.domain.plan.ProvisionLine;
import io.prorata.domain.provision.SavingFacts;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The lines of a month's plan. */
public final class LinesJson {

    private LinesJson() {}

    /**
     * The amount that a month puts aside for one provision.
     *
     * @param keyInstead whether the household's key is used because no member of the line's own split is present
     * @param balance the balance at the end of the month
     * @param actualAmount the amount that rows of the provision put in, less the amount that they brought back
     * @param paidOutAmount the amount that rows of the provision paid out of it, less refunds
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
            String actualAmount,
            String paidOutAmount,
            @Nullable String progressPercentage,
            boolean ended) {

        public static SavedLine of(AmountText amounts, MonthPlan plan, ProvisionLine line) {
            SavingFacts rows = line.provision().rows().getOrDefault(plan.month(), SavingFacts.NONE);
            return new SavedLine(
                    line.provision().id(),
                    line.provision().card().name(),
                    line.provision().card().category(),
                    amounts.text(line.monthly()),
                    amounts.shares(plan.members(), line.shares()),
                    line.keyInstead(),
                    line.target().map(amounts::text).orElse(null),
                    amounts.text(line.balance()),
                    amounts.text(rows.putIn().minus(rows.broughtBack())),
                    amounts.text(rows.paidOut().minus(rows.refunded())),
                    Percentages.progress(line.progress()),
                    line.ended());
        }
    }

    /**
     * The part of one bill that belongs to a month.
     *
     * @param amount the amount of one bill
     * @param paidFromCategory the category of the transactions that pay it
     * @param actualAmount the payments for it; absent if the same rows may pay for other bills
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
            String paidFromCategory,
            @Nullable String actualAmount) {

        /** @param paid the payments by id of the bill, as far as they can be attributed */
        public static BillLine of(AmountText amounts, MonthPlan plan, FixedLine line, Map<Long, Money> paid) {
            return new BillLine(
                    line.expense().id(),
                    line.expense().label(),
                    line.expense().category(),
                    amounts.text(line.terms().amount()),
                    line.terms().frequency().name().toLowerCase(Locale.ROOT),
                    amounts.text(line.monthly()),
                    amounts.shares(plan.members(), line.shares()),
                    line.keyInstead(),
                    line.expense().paidBy(),
                    Optional.ofNullable(paid.get(line.expense().id()))
                            .map(amounts::text)
                            .orElse(null));
        }
    }
}
