package io.prorata.adapter.web.rendering.fragment;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.domain.ledger.Statistics;
import io.prorata.domain.plan.MonthSummary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The amounts paid out of provisions: in no total of the month, because they were put aside before.
 *
 * @param categories by provision, then by name of category
 */
@Serdeable.Serializable
public record FromProvisionsJson(long transactionCount, String totalAmount, List<PaidOut> categories) {

    /**
     * The amount paid out of one provision in one category.
     *
     * @param category the category; absent for uncategorised rows
     */
    @Serdeable.Serializable
    public record PaidOut(long provisionId, @Nullable String category, long transactionCount, String totalAmount) {}

    public static FromProvisionsJson of(AmountText amounts, MonthSummary summary) {
        Statistics all = summary.paidFromProvisions();
        return new FromProvisionsJson(
                all.count(),
                amounts.text(all.sum()),
                summary.facts().fromProvisions().stream()
                        .map(one -> new PaidOut(
                                one.kind().provision(),
                                one.kind().category(),
                                one.statistics().count(),
                                amounts.text(one.statistics().sum())))
                        .toList());
    }
}
