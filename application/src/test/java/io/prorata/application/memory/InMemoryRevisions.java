package io.prorata.application.memory;

import io.prorata.application.port.Revisions;
import io.prorata.application.view.Revision;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.HouseholdId;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

record InMemoryRevisions(InMemorySession session) implements Revisions {

    @Override
    public Revision current(HouseholdId household) {
        return session.current(household);
    }

    @Override
    public Stamp stampAt(HouseholdId household, long revision) {
        return Optional.ofNullable(session.existing(household).stamps.get(revision))
                .orElseThrow(() -> new IllegalStateException("the revision " + revision + " has not been"));
    }

    @Override
    public Stamp stampOf(HouseholdId household, ViewScopes scopes) {
        return session.toRead(household).scopes.entrySet().stream()
                .filter(scope -> scopes.include(scope.getKey()))
                .map(Map.Entry::getValue)
                .max(Comparator.naturalOrder())
                .orElse(Stamp.NEVER);
    }
}
