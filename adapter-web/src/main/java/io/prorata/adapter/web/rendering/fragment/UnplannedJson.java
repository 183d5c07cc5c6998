package io.prorata.adapter.web.rendering.fragment;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.domain.plan.MonthSummary;
import io.prorata.domain.plan.UnplannedRows;
import org.jspecify.annotations.Nullable;

/**
 * Rows that no item of the plan represents: they are in no total of the month.
 *
 * @param fixed the FIXED rows that pay no bill in force
 * @param provisions the PROVISION rows that refer to no provision in force
 */
@Serdeable.Serializable
public record UnplannedJson(SumJson fixed, SumJson provisions) {

    /** Returns nothing if there are no such rows. */
    public static @Nullable UnplannedJson ofAny(AmountText amounts, MonthSummary summary) {
        UnplannedRows unplanned = summary.unplannedRows();
        return unplanned.fixed().count() + unplanned.provisions().count() == 0 ? null : of(amounts, summary);
    }

    public static UnplannedJson of(AmountText amounts, MonthSummary summary) {
        UnplannedRows unplanned = summary.unplannedRows();
        return new UnplannedJson(SumJson.of(amounts, unplanned.fixed()), SumJson.of(amounts, unplanned.provisions()));
    }
}
