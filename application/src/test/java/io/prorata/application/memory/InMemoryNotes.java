package io.prorata.application.memory;

import io.prorata.application.memory.Shelf.CarriedKey;
import io.prorata.application.port.CarriedAt;
import io.prorata.application.port.Notes;
import io.prorata.application.port.Retention;
import io.prorata.application.port.Tokens.Token;
import io.prorata.domain.household.HouseholdId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

record InMemoryNotes(Together together, String epoch, Duration running) implements Notes {

    @Override
    public Optional<Carried> carried(HouseholdId household, String sender, String key) {
        Desk desk = new Desk(epoch, Optional.empty(), together.shelves());
        return Optional.ofNullable(desk.toRead(household).carried.get(new CarriedKey(sender, key)));
    }

    @Override
    public void carried(HouseholdId household, String sender, String key, Carried request) {
        note(household, shelf -> shelf.carried.put(new CarriedKey(sender, key), request));
    }

    @Override
    public CarriedAt next(HouseholdId household, Instant clock) {
        Desk desk = new Desk(epoch, Optional.empty(), together.shelves());
        long last = desk.toRead(household).carried.values().stream()
                .mapToLong(request -> request.at().number())
                .max()
                .orElse(0);
        return new CarriedAt(clock, running, last + 1);
    }

    @Override
    public void forget(HouseholdId household, CarriedAt now, Retention retention) {
        note(household, shelf -> shelf.carried.values().removeIf(request -> retention.forgets(request.at(), now)));
    }

    @Override
    public void used(HouseholdId household, long token, Instant at) {
        note(
                household,
                shelf -> shelf.tokens.computeIfPresent(
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

    private void note(HouseholdId household, Consumer<Shelf> writing) {
        var reading = new Desk(epoch, Optional.empty(), together.shelves());
        var desk = new Desk(epoch, Optional.of(reading.current(household)), together.shelves());
        writing.accept(desk.toWrite(household));
        together.keep(desk.shelves());
    }
}
