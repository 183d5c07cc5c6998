package io.prorata.adapter.web.explanation;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.application.explanation.ExplainFigure;
import io.prorata.application.request.ReadResult;
import java.util.Map;

/**
 * The derivation of a figure.
 *
 * @param decimals the number of decimals of amounts, which are rounded to it
 * @param value the value of the figure, as the summary shows it
 * @param derivation the step whose value it is
 */
@Serdeable.Serializable
record ExplanationResponse(
        String month, String currency, int decimals, String figure, String value, Map<String, Object> derivation) {

    static ExplanationResponse of(ReadResult<ExplainFigure.Explained> explained) {
        var steps = new StepJson(new AmountText(explained.currency()));
        Map<String, Object> derivation = steps.write(explained.thing().step().orElseThrow());
        return new ExplanationResponse(
                explained.thing().month().toString(),
                explained.currency().getCurrencyCode(),
                explained.currency().getDefaultFractionDigits(),
                explained.thing().figure(),
                String.valueOf(derivation.get("value")),
                derivation);
    }
}
