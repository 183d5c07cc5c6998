package io.prorata.application.memory;

import io.prorata.application.port.Imports;
import io.prorata.domain.household.HouseholdId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

record InMemoryImports(InMemorySession session) implements Imports {

    @Override
    public long nextId(HouseholdId household) {
        return session.toWrite(household).next("import", 1);
    }

    @Override
    public void add(HouseholdId household, Import entry) {
        HouseholdRecords.addNew(session.toWrite(household).imports, entry.id(), entry);
    }

    @Override
    public Optional<Import> find(HouseholdId household, long id) {
        return Optional.ofNullable(session.toRead(household).imports.get(id));
    }

    @Override
    public List<Import> all(HouseholdId household) {
        return List.copyOf(session.toRead(household).imports.values()).reversed();
    }

    @Override
    public void recount(HouseholdId household, Import entry) {
        session.toWrite(household).imports.replace(entry.id(), entry);
    }

    @Override
    public void undone(HouseholdId household, long id) {
        session.toWrite(household)
                .imports
                .computeIfPresent(
                        id,
                        (same, entry) -> new Import(
                                entry.id(),
                                entry.fileName(),
                                entry.at(),
                                entry.by(),
                                entry.lines(),
                                entry.added(),
                                entry.known(),
                                entry.refused(),
                                entry.revision(),
                                OptionalLong.of(session.making())));
    }
}
