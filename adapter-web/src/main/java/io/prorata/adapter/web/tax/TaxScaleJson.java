package io.prorata.adapter.web.tax;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.domain.tax.TaxScale;
import java.util.List;

/**
 * A published scale.
 *
 * @param country its code (ISO 3166)
 * @param incomesOf the year of the incomes
 * @param brackets above each limit, up to the next one
 * @param families whether the parts of a family lower the tax
 * @param source the law it comes from
 * @param checked the day on which it was compared with the source
 * @param notCovered what an estimate by it leaves out
 */
@Serdeable.Serializable
record TaxScaleJson(
        String name,
        String country,
        int incomesOf,
        String currency,
        List<BracketJson> brackets,
        boolean families,
        String source,
        String checked,
        List<String> notCovered) {

    /**
     * A bracket.
     *
     * @param above the limit above which it begins
     * @param percentage the rate on the part of an income in it
     */
    @Serdeable.Serializable
    record BracketJson(String above, String percentage) {}

    static TaxScaleJson of(TaxScale scale) {
        var amounts = new AmountText(scale.currency());
        return new TaxScaleJson(
                scale.name(),
                scale.country(),
                scale.incomesOf(),
                scale.currency().getCurrencyCode(),
                scale.brackets().stream()
                        .map(bracket -> new BracketJson(
                                amounts.text(bracket.above()),
                                bracket.rate().inPercent().toPlainString()))
                        .toList(),
                scale.parts().isPresent(),
                scale.source(),
                scale.checked().toString(),
                scale.leftOut());
    }
}
