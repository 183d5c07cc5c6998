package io.prorata.adapter.web.tax;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.domain.money.Rate;
import io.prorata.domain.tax.TaxEstimate;
import java.util.List;

/**
 * An estimate. It is never applied to a month.
 *
 * @param scale the scale, and what it leaves out
 * @param taxableIncome all incomes together
 * @param grossTax the tax before the reduction
 * @param reduction the reduction of a low tax
 * @param tax the tax of a year
 * @param householdPercentage the tax as a share of all incomes
 * @param individualPercentages of each adult: the one with the lower income is taxed alone with half the parts, the other pays the rest
 * @param individualApproximate always true: the exact rates need more than incomes and parts
 */
@Serdeable.Serializable
record TaxEstimateResponse(
        TaxScaleJson scale,
        String taxableIncome,
        String grossTax,
        String reduction,
        String tax,
        String householdPercentage,
        List<String> individualPercentages,
        boolean individualApproximate) {

    static TaxEstimateResponse of(TaxEstimate estimate, AmountText amounts) {
        return new TaxEstimateResponse(
                TaxScaleJson.of(estimate.scale()),
                amounts.text(estimate.taxpayers().total()),
                amounts.text(estimate.gross()),
                amounts.text(estimate.reduction()),
                amounts.text(estimate.tax()),
                text(estimate.householdRate()),
                estimate.individualRates().stream()
                        .map(TaxEstimateResponse::text)
                        .toList(),
                true);
    }

    private static String text(Rate rate) {
        return rate.inPercent().toPlainString();
    }
}
