package io.prorata.adapter.web.page.history;

import io.prorata.adapter.web.page.change.RowWords.ChangedRow;
import io.prorata.adapter.web.page.change.RowWords.Difference;
import java.util.List;

/**
 * One change.
 *
 * @param values that it replaced, in words
 * @param rows that it replaced, removed or put back
 * @param moreRows whether there are more
 * @param names that it replaced in other things than rows
 * @param undoable whether a change of its kind can be taken back
 */
public record ChangeModel(
        long revision,
        String what,
        String who,
        String when,
        List<Difference> values,
        List<Row> rows,
        boolean moreRows,
        List<String> names,
        boolean undoable) {

    /**
     * A row.
     *
     * @param said what became of it
     * @param there whether it can be opened
     * @param since whether something of it was changed since
     */
    public record Row(ChangedRow row, String said, boolean there, boolean since) {}
}
