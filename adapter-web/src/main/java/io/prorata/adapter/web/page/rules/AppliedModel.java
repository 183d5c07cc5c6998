package io.prorata.adapter.web.page.rules;

import io.prorata.adapter.web.page.change.RowWords.ChangedRow;
import java.util.List;

/**
 * What the rules would do to rows that are there.
 *
 * @param month whose rows are meant; empty for all
 * @param said how many rows were looked through and would change
 * @param any whether any would
 * @param rules that choose something of them
 * @param totals that move, in words
 * @param rows the latest that change
 * @param more whether there are more
 */
public record AppliedModel(
        String month,
        String said,
        boolean any,
        List<ByRule> rules,
        List<String> totals,
        List<ChangedRow> rows,
        boolean more) {

    /** A rule, and how many of the rows have something of it. */
    public record ByRule(long id, String name, String rows) {}
}
