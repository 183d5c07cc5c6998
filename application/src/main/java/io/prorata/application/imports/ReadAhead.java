package io.prorata.application.imports;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/**
 * A bounded producer and consumer: a separate thread produces values a few ahead of the calling thread. So a bank file is read on one
 * processor while the calling thread stores lines in its transaction on another.
 *
 * @param <T> the values
 */
final class ReadAhead<T> {

    /** The capacity: enough that neither side waits for long, small enough for little memory. */
    private static final int WAITING = 2;

    private final BlockingQueue<Step<T>> steps = new ArrayBlockingQueue<>(WAITING);

    private ReadAhead() {}

    private sealed interface Step<T> {
        record Made<T>(T thing) implements Step<T> {}

        record Done<T>() implements Step<T> {}

        record Failed<T>(Throwable cause) implements Step<T> {}
    }

    /**
     * Runs {@code maker} on another thread, and passes its values to {@code user} in order. The caller sees all effects of the maker
     * afterwards. Exceptions of either are thrown, after the other has ended.
     *
     * @throws CancellationException if the calling thread is interrupted
     */
    static <T> void of(Consumer<Consumer<T>> maker, Consumer<T> user) {
        var ahead = new ReadAhead<T>();
        Thread making = Thread.ofPlatform().name("bank-file-reader").daemon().start(() -> ahead.make(maker));
        try {
            ahead.use(user);
        } finally {
            making.interrupt();
            join(making);
        }
    }

    private void make(Consumer<Consumer<T>> maker) {
        Step<T> end;
        try {
            maker.accept(thing -> handOver(new Step.Made<>(thing)));
            end = new Step.Done<>();
        } catch (RuntimeException | Error e) {
            end = new Step.Failed<>(e);
        }
        try {
            handOver(end);
        } catch (CancellationException e) {
            // The user has thrown; no more values are needed.
        }
    }

    private void use(Consumer<T> user) {
        while (true) {
            switch (next()) {
                case Step.Made<T>(T thing) -> user.accept(thing);
                case Step.Done<T>() -> {
                    return;
                }
                case Step.Failed<T>(Throwable cause) -> throw rethrown(cause);
            }
        }
    }

    private static RuntimeException rethrown(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return (RuntimeException) cause;
    }

    private void handOver(Step<T> step) {
        try {
            steps.put(step);
        } catch (InterruptedException e) {
            throw cancelled(e);
        }
    }

    private Step<T> next() {
        try {
            return steps.take();
        } catch (InterruptedException e) {
            throw cancelled(e);
        }
    }

    /** It ends soon: it has been interrupted, and stops reading. */
    private static void join(Thread making) {
        boolean interrupted = false;
        while (making.isAlive()) {
            try {
                making.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static CancellationException cancelled(InterruptedException cause) {
        Thread.currentThread().interrupt();
        var cancelled = new CancellationException("interrupted between reading a file and keeping it");
        cancelled.initCause(cause);
        return cancelled;
    }
}
