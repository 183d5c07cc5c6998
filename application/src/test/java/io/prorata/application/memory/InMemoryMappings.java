package io.prorata.application.memory;

import io.prorata.application.port.Mappings;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.mapping.CategoryAliases;
import io.prorata.domain.mapping.CategoryMapping;
import io.prorata.domain.mapping.CategoryName;
import io.prorata.domain.naming.Naming;
import java.util.Set;
import java.util.stream.Collectors;

record InMemoryMappings(InMemorySession session) implements Mappings {

    @Override
    public CategoryMapping get(HouseholdId household) {
        return session.toRead(household).mapping;
    }

    @Override
    public CategoryMapping get(HouseholdId household, Set<String> categories) {
        Set<String> keys = categories.stream().map(Naming::withoutCase).collect(Collectors.toSet());
        return new CategoryMapping(get(household).rules().stream()
                .filter(rule -> keys.contains(Naming.withoutCase(rule.category())))
                .toList());
    }

    @Override
    public void keep(HouseholdId household, CategoryMapping mapping) {
        session.toWrite(household).mapping = mapping;
    }

    @Override
    public CategoryAliases aliases(HouseholdId household) {
        return session.toRead(household).aliases;
    }

    @Override
    public void keepAlias(HouseholdId household, CategoryAliases.Alias alias) {
        HouseholdRecords records = session.toWrite(household);
        records.aliases = records.aliases.with(alias);
    }

    @Override
    public void removeAlias(HouseholdId household, CategoryName name) {
        HouseholdRecords records = session.toWrite(household);
        records.aliases = records.aliases.without(name);
    }
}
