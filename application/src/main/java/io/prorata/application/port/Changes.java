package io.prorata.application.port;

import io.prorata.application.port.UnitOfWork.AuditEntry;
import io.prorata.domain.freshness.Scope;
import io.prorata.domain.household.HouseholdId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** What was changed, in the order in which it was. Found by the key of the audit: each call is one statement over what it returns. */
public interface Changes {

    /**
     * One change.
     *
     * @param revision that it made
     * @param what a verb and its object, as in {@link AuditEntry}
     * @param id of the one thing it concerns; empty where it concerns several, or the household itself
     * @param removes whether the thing is gone since
     * @param stale what it made out of date; absent for a change of before this was noted
     */
    record LoggedChange(
            long revision,
            Instant at,
            String actor,
            String what,
            OptionalLong id,
            boolean removes,
            Optional<Set<Scope>> stale) {

        /** Returns the kind of the thing, in the words of the audit: {@code fixed expense}. */
        public String kind() {
            return what.substring(0, Math.max(what.lastIndexOf(' '), 0));
        }
    }

    /** Returns what came after {@code revision}, the earliest first, at most {@code limit} of it. */
    List<LoggedChange> after(HouseholdId household, long revision, int limit);
}
