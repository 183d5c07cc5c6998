package io.prorata.application.memory;

import io.prorata.application.port.Changes;
import io.prorata.domain.household.HouseholdId;
import java.util.List;
import java.util.Optional;

record InMemoryChanges(InMemorySession session) implements Changes {

    @Override
    public List<LoggedChange> after(HouseholdId household, long revision, int limit) {
        return session.toRead(household).audit.stream()
                .filter(audited -> audited.revision() > revision)
                .limit(limit)
                .map(audited -> new LoggedChange(
                        audited.revision(),
                        audited.at(),
                        audited.actor().name(),
                        audited.entry().what(),
                        audited.entry().id(),
                        audited.entry().removes(),
                        Optional.of(audited.stale())))
                .toList();
    }
}
