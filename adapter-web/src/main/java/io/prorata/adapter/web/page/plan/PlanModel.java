package io.prorata.adapter.web.page.plan;

import io.prorata.adapter.web.page.frame.Parties.Choice;
import java.util.List;

/**
 * What is planned in a month.
 *
 * @param today the day on which a movement is noted
 * @param members of the household, to choose from
 */
public record PlanModel(
        String month,
        String monthName,
        String before,
        String beforeName,
        String after,
        String afterName,
        String today,
        List<Choice> members,
        Incomes incomes,
        List<Planned> bills,
        List<Saving> provisions) {

    /**
     * What the members earn and how they divide.
     *
     * @param none whether nobody has stated anything for the month
     * @param key how costs are divided: income, equal, or agreed where weights of their own hold
     */
    public record Incomes(boolean none, String key, List<Income> members) {}

    /**
     * What a member earns. Fields that are not stated are empty.
     *
     * @param key by which they are known
     * @param present whether they are there in the month
     * @param said gross beside net, in words
     * @param plainGross as a form has it, and the other two alike
     */
    public record Income(
            String key,
            String name,
            boolean present,
            String net,
            String said,
            String plainGross,
            String plainRate,
            String plainNet) {}

    /**
     * A bill.
     *
     * @param stamp of its state
     * @param said category and frequency
     * @param terms what held since when, the latest first
     */
    public record Planned(
            long id, String name, String amount, String plainAmount, String stamp, String said, List<Term> terms) {}

    /**
     * A provision.
     *
     * @param stamp of its state
     * @param said its balance, beside its target
     * @param mode what its amount is reckoned from: total, fixed, member and a key, or empty where a form cannot state it
     * @param value the percentage or the amount, as a form has it
     * @param target as a form has it; empty for none
     * @param terms what held since when, the latest first
     * @param moved what was put in and taken out, the latest first
     */
    public record Saving(
            long id,
            String name,
            String amount,
            String stamp,
            String said,
            String mode,
            String value,
            String target,
            List<Term> terms,
            List<Moved> moved) {}

    /** What holds from a month on. */
    public record Term(String from, String said) {}

    /**
     * Money put in or taken out.
     *
     * @param way contributions or withdrawals
     * @param stamp of its state
     */
    public record Moved(long id, String way, String day, String amount, String stamp) {}
}
