package io.prorata.adapter.web.page.history;

import java.util.List;

/**
 * What taking a change back would do, or why it cannot be.
 *
 * @param refused why not, in the words of the problem; empty if it can be
 * @param since what was changed since
 * @param said how many rows are put back
 * @param totals that move, in words
 * @param names that are put back in other things than rows
 */
public record UndoModel(
        long revision,
        String what,
        String refused,
        List<Since> since,
        String said,
        List<String> totals,
        List<String> names) {

    /**
     * What was changed since.
     *
     * @param path of its screen; empty if it has none
     */
    public record Since(String name, String path) {}
}
