package io.prorata.application.memory;

import io.prorata.application.change.AuditJson;
import io.prorata.application.port.Changes;
import io.prorata.domain.freshness.Scope;
import io.prorata.domain.household.HouseholdId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

record InMemoryChanges(InMemorySession session) implements Changes {

    @Override
    public List<LoggedChange> after(HouseholdId household, long revision, int limit) {
        return session.toRead(household).audit.stream()
                .filter(audited -> audited.revision() > revision)
                .limit(limit)
                .map(InMemoryChanges::change)
                .toList();
    }

    @Override
    public List<LoggedEntry> before(HouseholdId household, long revision, HistoryFilter filter, int limit) {
        return session.toRead(household).audit.stream()
                .filter(audited -> audited.revision() < revision)
                .sorted(Comparator.comparingLong(Audited::revision).reversed())
                .map(InMemoryChanges::entry)
                .filter(entry -> matches(filter, entry.change()))
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<LoggedEntry> of(HouseholdId household, long revision) {
        return session.toRead(household).audit.stream()
                .filter(audited -> audited.revision() == revision)
                .findFirst()
                .map(InMemoryChanges::entry);
    }

    private static boolean matches(HistoryFilter filter, LoggedChange change) {
        return filter.kind().filter(kind -> !kind.equals(change.kind())).isEmpty()
                && (filter.id().isEmpty() || filter.id().equals(change.id()))
                && filter.month()
                        .filter(month -> !change.stale().orElseThrow().contains(new Scope.Ledger(month)))
                        .isEmpty()
                && filter.actor()
                        .filter(name ->
                                !change.actor().toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT)))
                        .isEmpty();
    }

    private static LoggedEntry entry(Audited audited) {
        return new LoggedEntry(
                change(audited),
                AuditJson.of(audited.entry().before()),
                AuditJson.of(audited.entry().after()));
    }

    private static LoggedChange change(Audited audited) {
        return new LoggedChange(
                audited.revision(),
                audited.at(),
                audited.actor().name(),
                audited.entry().what(),
                audited.entry().id(),
                audited.entry().removes(),
                Optional.of(audited.stale()));
    }

    @Override
    public void note(HouseholdId household, List<NameChange> names) {
        session.toWrite(household).names.put(session.making(), List.copyOf(names));
    }

    @Override
    public List<NameChange> names(HouseholdId household, long revision) {
        return session.toRead(household).names.getOrDefault(revision, List.of());
    }
}
