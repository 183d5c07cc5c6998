package io.prorata.bootstrap.freshness;

import io.prorata.domain.household.HouseholdId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people did and what they were told, as each of them wrote it down. Times are those of one clock that only runs forwards. */
final class History {

    /** How a request ended. */
    enum Ending {
        /** It was answered: with a document, or done. */
        OK,
        /** What the client had was still right. */
        UNCHANGED,
        /** The rules refused it. */
        REFUSED,
        /** Too many wrote or read at once: whoever asked was told to ask again later, and nothing was done. */
        BUSY,
        /** It failed, and nothing was done. */
        FAILED,
        /** It failed, and may have been done or not. */
        UNKNOWN
    }

    /**
     * Somebody looked at a view.
     *
     * @param view its number among the views of the trial
     * @param mark under which the document was shown: with epoch, household and view it is what a tag is made of
     * @param body a hash of the bytes, or of the refusal's words
     * @param from the tier that answered
     */
    record Read(
            int client,
            long invoked,
            long responded,
            HouseholdId household,
            int view,
            Ending ending,
            @Nullable String epoch,
            long revision,
            @Nullable Object mark,
            long body,
            String from) {}

    /** Somebody wrote: {@code revision} is the one that this made, 0 if it changed nothing. */
    record Wrote(
            int client,
            long invoked,
            long responded,
            HouseholdId household,
            Action action,
            Ending ending,
            long revision) {}

    private final List<Read> reads = new ArrayList<>();
    private final List<Wrote> writes = new ArrayList<>();

    /** Adds what one person wrote down. */
    synchronized void add(List<Read> theirReads, List<Wrote> theirWrites) {
        reads.addAll(theirReads);
        writes.addAll(theirWrites);
    }

    List<Read> reads() {
        return reads;
    }

    List<Wrote> writes() {
        return writes;
    }

    int operations() {
        return reads.size() + writes.size();
    }
}
