package io.prorata.adapter.web.page.budgets;

import java.util.List;

/** The budgets of a month, beside what was spent. */
public record BudgetsModel(
        String month,
        String monthName,
        String before,
        String beforeName,
        String after,
        String afterName,
        List<Line> budgets) {

    /**
     * A budget.
     *
     * @param plainAmount as a form has it
     * @param stamp of its state
     * @param spent beside it, in words
     * @param bar how much of it is spent, in thousandths, at most all of it
     * @param over whether more was spent
     * @param terms what held since when, the latest first
     */
    public record Line(
            long id,
            String category,
            String amount,
            String plainAmount,
            String stamp,
            String spent,
            int bar,
            boolean over,
            List<Term> terms) {}

    /** What holds from a month on. */
    public record Term(String from, String said) {}
}
