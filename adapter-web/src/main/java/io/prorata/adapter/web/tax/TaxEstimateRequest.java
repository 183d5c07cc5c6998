package io.prorata.adapter.web.tax;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.constraint.Coherent;
import io.prorata.adapter.web.constraint.Contradictions;
import io.prorata.adapter.web.constraint.Contradictory;
import io.prorata.adapter.web.constraint.Name;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.json.DecimalText;
import io.prorata.application.request.BrokenRules;
import io.prorata.domain.money.Money;
import io.prorata.domain.tax.Taxpayers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The people who are taxed together.
 *
 * @param scale the name of the scale, as {@code /tax/scales} lists it
 * @param taxableIncomes the annual taxable income of each adult, one or two, in the currency of the scale
 * @param parts the parts of the family, whole or with a half: one for each adult, a half for each of the first two children, one for each
 *     further child; the default is one for each adult
 */
@Coherent
@Serdeable
record TaxEstimateRequest(
        @Name String scale,
        List<DecimalText> taxableIncomes,
        @Nullable DecimalText parts) implements Contradictory {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    @Override
    public void check(Contradictions contradictions) {
        if (taxableIncomes.isEmpty() || taxableIncomes.size() > 2) {
            contradictions.at("one or two adults are taxed together", "taxable_incomes");
        }
        if (parts != null
                && (parts.value().multiply(TWO).stripTrailingZeros().scale() > 0
                        || parts.value().multiply(TWO).compareTo(BigDecimal.valueOf(Taxpayers.MOST_HALF_PARTS)) > 0)) {
            contradictions.at("parts are whole or with a half, and at most " + Taxpayers.MOST_HALF_PARTS / 2, "parts");
        }
    }

    List<Money> taxable(AmountText amounts) {
        List<Money> taxable = new ArrayList<>();
        for (DecimalText income : taxableIncomes) {
            taxable.add(BrokenRules.at(
                    "/taxable_incomes/" + taxable.size(),
                    () -> amounts.of(income).notNegative()));
        }
        return taxable;
    }

    OptionalInt halfParts() {
        return parts == null
                ? OptionalInt.empty()
                : OptionalInt.of(parts.value().multiply(TWO).intValueExact());
    }
}
