package io.prorata.application.port;

import io.prorata.application.port.UnitOfWork.AuditEntry;
import io.prorata.domain.freshness.Scope;
import io.prorata.domain.household.HouseholdId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The changes of a household, in order. Each call is one statement by the key of the audit. */
public interface Changes {

    /**
     * One change.
     *
     * @param revision of the change
     * @param what a verb and its object, as in {@link AuditEntry}
     * @param id of the thing it concerns; empty if it concerns several, or the household itself
     * @param removes whether the thing was removed
     * @param stale the scopes it made stale; absent for changes from before this was recorded
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

    /** Returns the changes after {@code revision}, the earliest first, at most {@code limit}. */
    List<LoggedChange> after(HouseholdId household, long revision, int limit);
}
