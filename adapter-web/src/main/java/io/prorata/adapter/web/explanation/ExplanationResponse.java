package io.prorata.adapter.web.explanation;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.application.explanation.ExplainFigure;
import io.prorata.application.explanation.FigureNames;
import io.prorata.application.explanation.FigureQuery;
import io.prorata.application.request.ReadResult;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The derivation of a figure.
 *
 * @param view the view that shows the figure: {@code summary}, {@code settlement} or {@code provisions}
 * @param month the month that the view shows, the last one of several
 * @param from the first month of a settlement; absent in other views
 * @param basis the basis of a settlement; absent in other views
 * @param decimals the number of decimals of amounts, which are rounded to it
 * @param value the value of the figure, as the view shows it
 * @param names the names of what the derivation mentions
 * @param derivation the step whose value it is
 */
@Serdeable.Serializable
public record ExplanationResponse(
        String view,
        String month,
        @Nullable String from,
        @Nullable String basis,
        String currency,
        int decimals,
        String figure,
        String value,
        Names names,
        Map<String, Object> derivation) {

    /**
     * The names of what a derivation mentions.
     *
     * @param members the members of the household by key, in order
     * @param bills the labels of bills by id
     * @param provisions the names of provisions by id
     * @param budgets the categories of budgets by id
     */
    @Serdeable.Serializable
    public record Names(
            Map<String, String> members,
            Map<String, String> bills,
            Map<String, String> provisions,
            Map<String, String> budgets) {

        private static Names of(FigureNames names) {
            Map<String, String> members = new LinkedHashMap<>();
            names.members().forEach((key, name) -> members.put(key.text(), name));
            return new Names(members, byId(names.bills()), byId(names.provisions()), byId(names.budgets()));
        }

        private static Map<String, String> byId(SortedMap<Long, String> names) {
            Map<String, String> texts = new LinkedHashMap<>();
            names.forEach((id, name) -> texts.put(id.toString(), name));
            return texts;
        }
    }

    /** @param explained with a derivation */
    public static ExplanationResponse of(ReadResult<ExplainFigure.Explained> explained) {
        FigureQuery query = explained.thing().query();
        ExplainFigure.Derivation found = explained.thing().derivation().orElseThrow();
        Map<String, Object> derivation = new StepJson(new AmountText(explained.currency())).write(found.step());
        return new ExplanationResponse(
                query.view(),
                query.month().toString(),
                query instanceof FigureQuery.OfSettlement of
                        ? of.query().period().from().toString()
                        : null,
                query instanceof FigureQuery.OfSettlement of
                        ? of.query().basis().name().toLowerCase(Locale.ROOT)
                        : null,
                explained.currency().getCurrencyCode(),
                explained.currency().getDefaultFractionDigits(),
                found.pointer(),
                String.valueOf(derivation.get("value")),
                Names.of(found.names()),
                derivation);
    }
}
