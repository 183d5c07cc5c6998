package io.prorata.adapter.web.page.month;

import io.prorata.adapter.web.page.frame.Links;
import java.util.List;

/**
 * A month.
 *
 * @param asOf what is said of the day; empty for a month that is not the current one
 * @param uncategorised how many rows have no category
 * @param uncategorisedHref where they are
 * @param toConfirm how many rows may be more than they say, with the month's total both ways; empty if there are none
 * @param empty whether there is nothing yet: no incomes and no rows
 */
public record MonthModel(
        String month,
        String name,
        String before,
        String beforeName,
        String after,
        String afterName,
        String asOf,
        String toPay,
        String currency,
        List<Person> people,
        String income,
        String provisionsTotal,
        String billsTotal,
        String spendingTotal,
        String left,
        String comparedToPay,
        List<Line> spending,
        List<Line> provisions,
        List<Line> bills,
        ShareTable shares,
        Chart chart,
        String uncategorised,
        String uncategorisedHref,
        String toConfirm,
        boolean empty) {

    /** Returns the screen that explains a figure of the month. */
    public String why(String figure) {
        return Links.why(month, figure);
    }
}
