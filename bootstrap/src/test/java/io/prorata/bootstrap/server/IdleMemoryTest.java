package io.prorata.bootstrap.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IdleMemoryTest {

    private static final long MIB = 1024L * 1024;
    private static final Duration SINCE = Duration.ofSeconds(20);

    private final AtomicLong processor = new AtomicLong();
    private final AtomicLong committed = new AtomicLong(24 * MIB);
    private final AtomicInteger collections = new AtomicInteger();
    private final IdleMemory memory = new IdleMemory(processor::get, committed::get, () -> {
        collections.incrementAndGet();
        committed.set(40 * MIB);
    });

    @AfterEach
    void close() {
        memory.close();
    }

    @Test
    void whatALargeWorkTookIsGivenBackOnceTheServerIsIdle() {
        committed.set(500 * MIB);
        processor.addAndGet(SINCE.toNanos());
        memory.look(SINCE);
        assertEquals(0, collections.get(), "it is busy");

        processor.addAndGet(SINCE.toNanos() / 50);
        memory.look(SINCE);
        assertEquals(1, collections.get());
        memory.look(SINCE);
        assertEquals(1, collections.get(), "there is nothing more to give back");
    }

    @Test
    void aServerThatNeedsLittleIsLeftAlone() {
        committed.set(50 * MIB);
        memory.look(SINCE);
        assertEquals(0, collections.get());
    }
}
