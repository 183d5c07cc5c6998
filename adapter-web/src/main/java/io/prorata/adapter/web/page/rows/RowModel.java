package io.prorata.adapter.web.page.rows;

import io.prorata.adapter.web.page.frame.Parties.Choice;
import java.util.List;

/**
 * One row, to be changed.
 *
 * @param stamp of its state
 * @param common whether it is the household's business
 * @param split how it divides, as text; {@code -} for as everything else does
 * @param splits ways in which it may divide, to choose from
 * @param meaning who paid it, what of the plan it names, and whom it comes from
 * @param choices of these
 * @param sorted what rules chose of it
 * @param back the list that it was opened from
 */
public record RowModel(
        long id,
        String stamp,
        String label,
        String date,
        String amount,
        String plainAmount,
        String category,
        String subcategory,
        String type,
        String tags,
        String note,
        boolean excluded,
        boolean common,
        String split,
        List<Choice> splits,
        RowMeaning meaning,
        RowChoices choices,
        List<Sorted> sorted,
        String back,
        List<String> types,
        List<String> categories) {

    /**
     * What a rule chose.
     *
     * @param rule its id
     * @param name its name
     * @param there whether it is there still
     */
    public record Sorted(String field, String value, long rule, String name, boolean there) {}
}
