package io.prorata.adapter.web.page.rows;

import io.prorata.adapter.web.page.frame.Parties.Choice;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;

/**
 * A page of rows.
 *
 * @param query what was asked for
 * @param total how many there are, in words; empty where they were not counted
 * @param next where the next ones are; empty on the last page
 * @param back leads here again
 * @param splits ways in which a row may divide, to choose from
 */
public record RowsModel(
        RowsQuery query,
        String total,
        List<Item> items,
        String next,
        String back,
        List<String> types,
        List<String> categories,
        List<Choice> splits,
        Effect effect) {

    /** Returns the chosen rows that are on another page of the list: they stay chosen. */
    public List<Long> chosenElsewhere() {
        return effect.chosen().stream()
                .filter(id -> items.stream().noneMatch(item -> item.id() == id))
                .toList();
    }

    /**
     * A row.
     *
     * @param out whether it is left out of all sums
     * @param ticked whether it is one of those that are chosen
     */
    public record Item(
            long id,
            String label,
            String day,
            String amount,
            boolean received,
            String category,
            String type,
            boolean out,
            boolean ticked) {}

    /**
     * What a change of many rows would do.
     *
     * @param shown whether there is one
     * @param removes whether they would be removed
     * @param said how many rows change
     * @param totals that move, in words
     * @param set what the fields of the form say
     * @param chosen the rows that are ticked
     * @param all whether all rows of the list are meant, ticked or not
     */
    public record Effect(
            boolean shown,
            boolean removes,
            String said,
            List<String> totals,
            EditFields set,
            SortedSet<Long> chosen,
            boolean all) {

        /** Nothing is asked yet. */
        static final Effect NONE =
                new Effect(false, false, "", List.of(), EditFields.NONE, Collections.emptySortedSet(), false);
    }

    /** What is to become of many rows; empty fields stay as they are. */
    public record EditFields(
            String category,
            String subcategory,
            String type,
            String tags,
            String excluded,
            String common,
            String split) {
        static final EditFields NONE = new EditFields("", "", "", "", "", "", "");
    }
}
