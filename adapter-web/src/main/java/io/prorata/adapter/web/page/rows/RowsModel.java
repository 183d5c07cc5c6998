package io.prorata.adapter.web.page.rows;

import java.util.List;

/**
 * A page of rows.
 *
 * @param query what was asked for
 * @param total how many there are, in words; empty where they were not counted
 * @param next where the next ones are; empty on the last page
 * @param back leads here again
 */
public record RowsModel(
        RowsQuery query,
        String total,
        List<Item> items,
        String next,
        String back,
        List<String> types,
        List<String> categories,
        Effect effect) {

    /**
     * A row.
     *
     * @param out whether it is left out of all sums
     */
    public record Item(
            long id,
            String label,
            String day,
            String amount,
            boolean received,
            String category,
            String type,
            boolean out) {}

    /**
     * What a change of all rows of the list would do.
     *
     * @param shown whether there is one
     * @param said how many rows change
     * @param totals that move, in words
     */
    public record Effect(boolean shown, String said, List<String> totals, EditFields set) {}

    /** What is to become of all rows of the list; empty fields stay as they are. */
    public record EditFields(String category, String subcategory, String type, String tags, String excluded) {
        static final EditFields NONE = new EditFields("", "", "", "", "");
    }
}
