package io.prorata.application.port;

import io.prorata.application.view.Revision;
import io.prorata.application.view.StampAtRevision;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.HouseholdId;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The revisions and stamps of a household.
 *
 * <p>Cost: {@link #current} and {@link #stampAt} find one row by its key; {@link #stampOf} finds one row for each scope.
 */
public interface Revisions {

    /** Returns the household's revision: inside a write, the new revision. */
    Revision current(HouseholdId household);

    /** Returns the stamp of a past revision, for a thing that last changed in it. */
    Stamp stampAt(HouseholdId household, long revision);

    /** Returns what {@link #stampAt} does of each of {@code revisions}, by them. */
    default Map<Long, Stamp> stampsAt(HouseholdId household, Set<Long> revisions) {
        return revisions.stream().collect(Collectors.toMap(Function.identity(), one -> stampAt(household, one)));
    }

    /** Returns the highest revision among {@code scopes}, with its nonce; {@link Stamp#NEVER} if none has ever changed. */
    Stamp stampOf(HouseholdId household, ViewScopes scopes);

    /** Returns the stamp of {@code scopes} and the revision, of one snapshot, outside a write. */
    default StampAtRevision stampAtRevision(HouseholdId household, ViewScopes scopes) {
        return new StampAtRevision(stampOf(household, scopes), current(household));
    }

    /** Returns the revision and its own stamp, of one snapshot, outside a write. */
    default StampAtRevision latest(HouseholdId household) {
        Revision revision = current(household);
        return new StampAtRevision(stampAt(household, revision.number()), revision);
    }
}
