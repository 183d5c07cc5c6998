package io.prorata.application.memory;

import io.prorata.application.port.Imports;
import io.prorata.domain.household.HouseholdId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

record InMemoryImports(Desk desk) implements Imports {

    @Override
    public long nextId(HouseholdId household) {
        return desk.toWrite(household).next("import", 1);
    }

    @Override
    public void add(HouseholdId household, Import entry) {
        Shelf.addNew(desk.toWrite(household).imports, entry.id(), entry);
    }

    @Override
    public Optional<Import> find(HouseholdId household, long id) {
        return Optional.ofNullable(desk.toRead(household).imports.get(id));
    }

    @Override
    public List<Import> all(HouseholdId household) {
        return List.copyOf(desk.toRead(household).imports.values()).reversed();
    }

    @Override
    public void recount(HouseholdId household, Import entry) {
        desk.toWrite(household).imports.replace(entry.id(), entry);
    }

    @Override
    public void undone(HouseholdId household, long id) {
        desk.toWrite(household)
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
                                OptionalLong.of(desk.making())));
    }
}
