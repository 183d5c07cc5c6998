package io.prorata.application.change;

import io.prorata.application.port.Changes.HistoryFilter;
import io.prorata.application.port.Changes.LoggedEntry;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.request.ReadResult;
import io.prorata.application.view.StampAtRevision;
import io.prorata.domain.household.HouseholdId;
import java.util.List;
import java.util.OptionalLong;

/** Shows the history: who changed what, when, with the values before and after. */
public final class ShowHistory {

    private final UnitOfWork work;

    public ShowHistory(UnitOfWork work) {
        this.work = work;
    }

    /**
     * A page of the history, the latest change first.
     *
     * @param next the revision before which the next page begins; empty on the last page
     */
    public record HistoryPage(List<LoggedEntry> entries, OptionalLong next) {}

    /**
     * @param before the revision before which the page begins; empty for the first page
     * @param limit the maximum number
     */
    public ReadResult<HistoryPage> show(HouseholdId household, HistoryFilter filter, OptionalLong before, int limit) {
        return work.read(household, books -> {
            StampAtRevision latest = books.revisions().latest(household);
            List<LoggedEntry> found =
                    books.changes().before(household, before.orElse(Long.MAX_VALUE), filter, limit + 1);
            boolean more = found.size() > limit;
            List<LoggedEntry> entries = more ? found.subList(0, limit) : found;
            var page = new HistoryPage(
                    entries, more ? OptionalLong.of(entries.getLast().change().revision()) : OptionalLong.empty());
            return ReadResult.of(books, household, page, latest.stamp());
        });
    }
}
