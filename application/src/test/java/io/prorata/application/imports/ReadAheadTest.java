package io.prorata.application.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReadAheadTest {

    private static final int MANY = 1000;

    private final List<Integer> used = new ArrayList<>();

    @Test
    void allIsUsedInOrderOnTheCallingThread() {
        var maker = new AtomicReference<Thread>();
        var user = new AtomicReference<Thread>();

        ReadAhead.<Integer>of(
                sink -> {
                    maker.set(Thread.currentThread());
                    count(sink);
                },
                thing -> {
                    user.set(Thread.currentThread());
                    used.add(thing);
                });

        assertEquals(IntStream.range(0, MANY).boxed().toList(), used);
        assertSame(Thread.currentThread(), user.get());
        assertNotSame(Thread.currentThread(), maker.get());
    }

    @Test
    void whatTheMakerThrowsIsThrownOnceAllBeforeItIsUsed() {
        var fault = new IllegalStateException("line 7");

        var thrown = assertThrows(
                IllegalStateException.class,
                () -> ReadAhead.<Integer>of(
                        sink -> {
                            sink.accept(1);
                            sink.accept(2);
                            throw fault;
                        },
                        used::add));

        assertSame(fault, thrown);
        assertEquals(List.of(1, 2), used);
    }

    @Test
    void anErrorOfTheMakerIsNotSwallowed() {
        assertThrows(
                StackOverflowError.class,
                () -> ReadAhead.<Integer>of(
                        sink -> {
                            throw new StackOverflowError();
                        },
                        used::add));
    }

    @Test
    void aMakerWhoseUserFailsHasEndedBeforeTheFailureIsSeen() {
        var maker = new AtomicReference<Thread>();
        var fault = new IllegalStateException("the disk is full");

        var thrown = assertThrows(
                IllegalStateException.class,
                () -> ReadAhead.<Integer>of(
                        sink -> {
                            maker.set(Thread.currentThread());
                            count(sink);
                        },
                        thing -> {
                            throw fault;
                        }));

        assertSame(fault, thrown);
        assertFalse(Objects.requireNonNull(maker.get()).isAlive());
    }

    @Test
    void anInterruptedUserStopsAndStaysInterrupted() {
        Thread.currentThread().interrupt();

        assertThrows(
                CancellationException.class, () -> ReadAhead.<Integer>of(sink -> sleepUntilInterrupted(), used::add));

        assertTrue(Thread.interrupted());
    }

    private static void count(Consumer<Integer> sink) {
        IntStream.range(0, MANY).forEach(sink::accept);
    }

    private static void sleepUntilInterrupted() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
