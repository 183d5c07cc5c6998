package io.prorata.application.memory;

import io.prorata.application.port.Tokens;
import io.prorata.domain.household.HouseholdId;
import java.util.List;
import java.util.Optional;

record InMemoryTokens(Desk desk) implements Tokens {

    @Override
    public long nextId(HouseholdId household) {
        return desk.toWrite(household).next("token", 1);
    }

    @Override
    public void add(HouseholdId household, Token token) {
        Shelf.addNew(desk.toWrite(household).tokens, token.id(), token);
    }

    @Override
    public Optional<Token> find(HouseholdId household, long id) {
        return Optional.ofNullable(desk.toRead(household).tokens.get(id));
    }

    @Override
    public List<Token> all(HouseholdId household) {
        return List.copyOf(desk.toRead(household).tokens.values());
    }

    @Override
    public void revoke(HouseholdId household, long id) {
        desk.toWrite(household)
                .tokens
                .computeIfPresent(
                        id,
                        (same, token) -> new Token(
                                token.id(),
                                token.name(),
                                token.scope(),
                                token.hash(),
                                token.at(),
                                true,
                                token.lastUsed()));
    }
}
