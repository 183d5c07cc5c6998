package io.prorata.application.change;

import io.prorata.application.port.Changes.LoggedChange;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.request.ReadResult;
import io.prorata.application.view.Revision;
import io.prorata.application.view.StampAtRevision;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.household.HouseholdId;
import java.util.List;

/** Shows the changes since a revision. */
public final class ShowChanges {

    private final UnitOfWork work;

    public ShowChanges(UnitOfWork work) {
        this.work = work;
    }

    /**
     * A page of changes.
     *
     * @param current the household's revision, of the same snapshot
     * @param more whether there are later changes
     */
    public record ChangesSince(Revision current, List<LoggedChange> changes, boolean more) {

        /** Returns the revision for the next call. */
        public Revision last() {
            return changes.isEmpty()
                    ? current
                    : new Revision(current.epoch(), changes.getLast().revision());
        }
    }

    /**
     * @param limit the maximum number
     * @throws RefusedException if {@code since} is of another history of these books, or from before changes were recorded
     */
    public ReadResult<ChangesSince> show(HouseholdId household, Revision since, int limit) {
        return work.read(household, books -> {
            StampAtRevision latest = books.revisions().latest(household);
            Revision current = latest.revision();
            if (!since.epoch().equals(current.epoch()) || since.number() > current.number()) {
                throw new RefusedException(new Refusal.ChangesGone());
            }
            List<LoggedChange> found = books.changes().after(household, since.number(), limit + 1);
            if (found.stream().anyMatch(change -> change.stale().isEmpty())) {
                throw new RefusedException(new Refusal.ChangesGone());
            }
            boolean more = found.size() > limit;
            var shown = new ChangesSince(current, more ? found.subList(0, limit) : found, more);
            return ReadResult.of(books, household, shown, latest.stamp());
        });
    }
}
