package io.prorata.adapter.web.page.plan;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An estimate of the income tax beside the incomes of a plan. No month uses it.
 *
 * @param scales to choose from, by name
 * @param scale the one that is chosen
 * @param parts of the family, as they were typed
 * @param people whose tax may be estimated together
 * @param fields what was typed of the plan, to be sent once more
 * @param estimate absent where nobody, or too many, are taxed together
 */
public record TaxEstimateModel(
        String back,
        List<String> scales,
        String scale,
        String parts,
        List<Person> people,
        Map<String, List<String>> fields,
        @Nullable Estimate estimate) {

    /**
     * A member.
     *
     * @param taxable a year, as a form has it
     * @param taxed whether the member is taxed with the others that are ticked
     */
    public record Person(String key, String name, String taxable, boolean taxed) {}

    /**
     * What the scale says.
     *
     * @param year of the incomes
     * @param source the law it comes from, in English
     * @param checked the day on which it was compared with it
     * @param leftOut what it does not cover, in English
     * @param tax of a year, of all together
     * @param rate of all together
     * @param fields what would state these rates
     */
    public record Estimate(
            String year,
            String source,
            String checked,
            String leftOut,
            String tax,
            String rate,
            List<Taxed> people,
            Map<String, List<String>> fields) {}

    /**
     * What the scale says of a member; the rate is an approximation.
     *
     * @param gross a month, before tax
     * @param tax of a month
     * @param net a month, after tax
     */
    public record Taxed(String name, String gross, String rate, String tax, String net) {}
}
