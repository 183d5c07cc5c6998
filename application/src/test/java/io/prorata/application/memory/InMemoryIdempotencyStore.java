package io.prorata.application.memory;

import io.prorata.application.memory.HouseholdRecords.CarriedKey;
import io.prorata.application.port.IdempotencyStore;
import io.prorata.application.port.IdempotencyStore.CarriedAt;
import io.prorata.application.port.IdempotencyStore.Retention;
import io.prorata.domain.household.HouseholdId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

record InMemoryIdempotencyStore(InMemoryTransaction together, String epoch, Duration running)
        implements IdempotencyStore {

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
    public CarriedAt next(HouseholdId household, Instant clock) {
        InMemorySession session = new InMemorySession(epoch, Optional.empty(), together.shelves());
        long last = session.toRead(household).stored.values().stream()
                .mapToLong(request -> request.at().number())
                .max()
                .orElse(0);
        return new CarriedAt(clock, running, last + 1);
    }

    @Override
    public void forget(HouseholdId household, CarriedAt now, Retention retention) {
        note(household, records -> records.stored.values().removeIf(request -> retention.forgets(request.at(), now)));
    }

    @Override
    public void used(HouseholdId household, long token, Instant at) {
        note(household, records -> records.tokens.computeIfPresent(token, (id, kept) -> kept.usedAt(at)));
    }

    private void note(HouseholdId household, Consumer<HouseholdRecords> writing) {
        var reading = new InMemorySession(epoch, Optional.empty(), together.shelves());
        var session = new InMemorySession(epoch, Optional.of(reading.current(household)), together.shelves());
        writing.accept(session.toWrite(household));
        together.keep(session.shelves());
    }
}
