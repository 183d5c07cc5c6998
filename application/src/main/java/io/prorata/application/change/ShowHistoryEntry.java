package io.prorata.application.change;

import io.prorata.application.port.Changes.LoggedEntry;
import io.prorata.application.port.Changes.NameChange;
import io.prorata.application.port.Ledger.EarlierRow;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.request.ReadResult;
import io.prorata.application.view.StampAtRevision;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.household.HouseholdId;
import java.util.List;

/** Shows one change with the rows and names that it replaced. */
public final class ShowHistoryEntry {

    /** The number of rows that are shown. */
    public static final int MOST_ROWS = 200;

    private final UnitOfWork work;

    public ShowHistoryEntry(UnitOfWork work) {
        this.work = work;
    }

    /**
     * A change with what it replaced.
     *
     * @param rows the first rows that it replaced, removed or put back, as they were before
     * @param moreRows whether there are more
     * @param undoable whether it can be undone, as far as its kind goes; rows may have changed since
     */
    public record HistoryDetail(
            LoggedEntry entry, List<EarlierRow> rows, boolean moreRows, List<NameChange> names, boolean undoable) {}

    /** @throws RefusedException if no change made the revision */
    public ReadResult<HistoryDetail> show(HouseholdId household, long revision) {
        return work.read(household, books -> {
            StampAtRevision latest = books.revisions().latest(household);
            LoggedEntry entry = books.changes()
                    .of(household, revision)
                    .orElseThrow(() -> new RefusedException(new Refusal.UnknownRevision(revision)));
            List<EarlierRow> rows = books.ledger().earlierRows(household, revision, MOST_ROWS + 1);
            List<NameChange> names = books.changes().names(household, revision);
            boolean more = rows.size() > MOST_ROWS;
            var detail = new HistoryDetail(
                    entry,
                    more ? rows.subList(0, MOST_ROWS) : rows,
                    more,
                    names,
                    Undoable.is(entry.change(), !rows.isEmpty() || !names.isEmpty()));
            return ReadResult.of(books, household, detail, latest.stamp());
        });
    }
}
