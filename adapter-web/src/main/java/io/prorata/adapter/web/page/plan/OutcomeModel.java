package io.prorata.adapter.web.page.plan;

import java.util.List;

/**
 * Months as they are beside what they would be.
 *
 * @param same whether nothing would be otherwise
 * @param people who pays in any of the months, by name: the columns of what each would pay more
 * @param sums what each pays over all months, then what all pay, and what is left
 * @param lines what would cost another amount or divide otherwise
 * @param budgets the same of budgets, which are in no sum
 * @param months what all would pay, month by month
 */
public record OutcomeModel(
        String first,
        String last,
        boolean same,
        List<String> people,
        List<Compared> sums,
        List<Compared> lines,
        List<Compared> budgets,
        List<Compared> months) {

    /**
     * An amount as it is and as it would be.
     *
     * @param kind of the line, in words; empty for what is none
     * @param shares of the difference, in the order of {@link #people}; none for what does not divide
     */
    public record Compared(String name, String kind, String before, String after, String more, List<String> shares) {}
}
