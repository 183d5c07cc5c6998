package io.prorata.application.memory;

import io.prorata.application.memory.HouseholdRecords.CarriedKey;
import io.prorata.application.port.IdempotencyStore;
import io.prorata.application.port.Tokens.Token;
import io.prorata.domain.household.HouseholdId;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

record InMemoryIdempotencyStore(InMemoryTransaction together, String epoch) implements IdempotencyStore {

    @Override
    public Optional<StoredResponse> stored(HouseholdId household, String sender, String key) {
        InMemorySession session = new InMemorySession(epoch, Optional.empty(), together.shelves());
        return Optional.ofNullable(session.toRead(household).stored.get(new CarriedKey(sender, key)));
    }

    @Override
    public void stored(HouseholdId household, String sender, String key, StoredResponse request) {
        note(household, records -> records.stored.put(new CarriedKey(sender, key), request));
    }

    @Override
    public void forgetBefore(HouseholdId household, Instant instant) {
        note(
                household,
                records ->
                        records.stored.values().removeIf(request -> request.at().isBefore(instant)));
    }

    @Override
    public void used(HouseholdId household, long token, Instant at) {
        note(
                household,
                records -> records.tokens.computeIfPresent(
                        token,
                        (id, kept) -> new Token(
                                id,
                                kept.name(),
                                kept.scope(),
                                kept.hash(),
                                kept.at(),
                                kept.revoked(),
                                Optional.of(at))));
    }

    private void note(HouseholdId household, Consumer<HouseholdRecords> writing) {
        var reading = new InMemorySession(epoch, Optional.empty(), together.shelves());
        var session = new InMemorySession(epoch, Optional.of(reading.current(household)), together.shelves());
        writing.accept(session.toWrite(household));
        together.keep(session.shelves());
    }
}
