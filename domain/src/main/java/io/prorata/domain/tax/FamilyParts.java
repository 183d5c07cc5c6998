package io.prorata.domain.tax;

import io.prorata.domain.money.Money;
import io.prorata.domain.money.Rate;

/**
 * How a scale treats a family as several taxpayers (France: <em>quotient familial</em>, articles 193 to 197 of the general tax code).
 *
 * @param halfPartCap by how much each half-part beyond those of the adults lowers the tax at most
 * @param reductionSingle the threshold below which the tax of one adult is reduced
 * @param reductionCouple the same for two adults
 * @param reductionRate what share of the tax is taken off the threshold
 */
public record FamilyParts(Money halfPartCap, Money reductionSingle, Money reductionCouple, Rate reductionRate) {

    Money threshold(int adults) {
        return adults == 1 ? reductionSingle : reductionCouple;
    }
}
