package io.prorata.domain.tax;

import io.prorata.domain.money.Money;
import io.prorata.domain.money.Rate;
import java.math.BigDecimal;
import java.util.List;

/**
 * The tax by a published scale, and the rates that the household could state. It is never applied automatically.
 *
 * @param gross the tax before the reduction, to the minor unit
 * @param reduction the reduction for low incomes, to the minor unit
 * @param tax a year, rounded as the scale says
 * @param householdRate the tax as a share of all incomes, rounded half up to a millionth
 * @param individualRates of each adult (an approximation of article 204 M): the adult with the lower income is taxed alone with half the
 *     parts, the other pays the rest
 * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#tax">Income tax by a published scale</a>
 */
public record TaxEstimate(
        TaxScale scale,
        Taxpayers taxpayers,
        Money gross,
        Money reduction,
        Money tax,
        Rate householdRate,
        List<Rate> individualRates) {

    static TaxEstimate of(TaxScale scale, Taxpayers taxpayers) {
        BigDecimal halfParts = BigDecimal.valueOf(taxpayers.halfParts());
        TaxScale.Tax tax = scale.tax(taxpayers.total(), halfParts, taxpayers.adults());
        Rate household = TaxScale.rate(tax.due(), taxpayers.total());
        return new TaxEstimate(
                scale,
                taxpayers,
                tax.gross(),
                tax.reduction(),
                tax.due(),
                household,
                individual(scale, taxpayers, tax.due()));
    }

    private static List<Rate> individual(TaxScale scale, Taxpayers taxpayers, Money together) {
        if (taxpayers.adults() == 1) {
            return List.of(TaxScale.rate(together, taxpayers.total()));
        }
        Money one = taxpayers.taxable().get(0);
        Money other = taxpayers.taxable().get(1);
        boolean oneEarnsLess = one.compareTo(other) <= 0;
        Money lower = oneEarnsLess ? one : other;
        Money higher = oneEarnsLess ? other : one;
        BigDecimal half = BigDecimal.valueOf(taxpayers.halfParts()).divide(BigDecimal.valueOf(2));
        Money ofLower = scale.tax(lower, half, 1).due();
        // The rest is never negative.
        Money ofHigher = ofLower.compareTo(together) > 0 ? Money.ZERO : together.minus(ofLower);
        Rate lowerRate = TaxScale.rate(ofLower, lower);
        Rate higherRate = TaxScale.rate(ofHigher, higher);
        return oneEarnsLess ? List.of(lowerRate, higherRate) : List.of(higherRate, lowerRate);
    }
}
