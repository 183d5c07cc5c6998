package io.prorata.application.memory;

import io.prorata.application.memory.Shelf.CarriedKey;
import io.prorata.application.port.Notes;
import io.prorata.application.port.Tokens.Token;
import io.prorata.domain.household.HouseholdId;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

record InMemoryNotes(Together together, String epoch) implements Notes {

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
    public void forgetBefore(HouseholdId household, Instant instant) {
        note(
                household,
                shelf -> shelf.carried.values().removeIf(request -> request.at().isBefore(instant)));
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
