package io.prorata.adapter.web.page.plan;

import java.util.List;

/**
 * What is planned in a month.
 *
 * @param since from when on the incomes hold; empty where none are stated
 */
public record PlanModel(
        String month,
        String monthName,
        String before,
        String beforeName,
        String after,
        String afterName,
        String since,
        List<Income> incomes,
        List<Planned> bills,
        List<Planned> provisions) {

    /**
     * What a member earns.
     *
     * @param key by which they are known
     */
    public record Income(String key, String name, String net, String gross, String plainNet) {}

    /**
     * A bill or a provision.
     *
     * @param stamp of its state; empty where it is not changed here
     * @param said category and frequency
     * @param terms what held since when, the latest first
     */
    public record Planned(
            long id, String name, String amount, String plainAmount, String stamp, String said, List<Term> terms) {}

    /** What holds from a month on. */
    public record Term(String from, String said) {}
}
