package io.prorata.application.memory;

import io.prorata.application.port.Mappings;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.mapping.CategoryMapping;

record InMemoryMappings(InMemorySession session) implements Mappings {

    @Override
    public CategoryMapping get(HouseholdId household) {
        return session.toRead(household).mapping;
    }

    @Override
    public void keep(HouseholdId household, CategoryMapping mapping) {
        session.toWrite(household).mapping = mapping;
    }
}
