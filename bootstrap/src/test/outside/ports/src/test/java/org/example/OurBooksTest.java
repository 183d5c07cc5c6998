package org.example;

import io.prorata.application.memory.InMemoryBooks;
import io.prorata.application.port.MappingsContract;
import io.prorata.application.port.UnitOfWork;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.SplittableRandom;

/** The books in memory, which come along for tests, sign the contracts that books of one's own sign. */
class OurBooksTest implements MappingsContract {
    @Override
    public UnitOfWork empty() {
        Clock noon = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
        return new InMemoryBooks(noon, new SplittableRandom(1));
    }
}
