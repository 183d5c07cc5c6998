package io.prorata.application.memory;

import io.prorata.application.port.Tokens;
import io.prorata.domain.household.HouseholdId;
import java.util.List;
import java.util.Optional;

record InMemoryTokens(InMemorySession session) implements Tokens {

    @Override
    public long nextId(HouseholdId household) {
        return session.toWrite(household).next("token", 1);
    }

    @Override
    public void add(HouseholdId household, Token token) {
        HouseholdRecords.addNew(session.toWrite(household).tokens, token.id(), token);
    }

    @Override
    public Optional<Token> find(HouseholdId household, long id) {
        return Optional.ofNullable(session.toRead(household).tokens.get(id));
    }

    @Override
    public List<Token> all(HouseholdId household) {
        return List.copyOf(session.toRead(household).tokens.values());
    }

    @Override
    public void revoke(HouseholdId household, long id) {
        session.toWrite(household).tokens.computeIfPresent(id, (same, token) -> token.asRevoked());
    }
}
