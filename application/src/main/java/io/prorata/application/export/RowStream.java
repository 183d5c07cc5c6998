package io.prorata.application.export;

import io.prorata.application.port.Ledger;
import io.prorata.application.request.ReadResult;
import io.prorata.application.view.StampAtRevision;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.SynchronousQueue;
import java.util.function.Consumer;

/**
 * Rows of one snapshot, a page at a time. A separate thread reads the snapshot, so that the caller writes rows outside of it. The thread
 * reads at most one page ahead, and ends when the stream is closed.
 */
public final class RowStream implements AutoCloseable {

    private final SynchronousQueue<Step> steps = new SynchronousQueue<>();
    private final Thread reader;
    private boolean ended;

    private sealed interface Step {
        record Begun(Currency currency, StampAtRevision now) implements Step {}

        record Page(List<Ledger.Entry> rows) implements Step {}

        record Done() implements Step {}

        record Failed(Throwable cause) implements Step {}
    }

    /** Receives the pages of the reader. */
    final class Rows {

        void begin(Currency currency, StampAtRevision now) {
            put(new Step.Begun(currency, now));
        }

        void hand(List<Ledger.Entry> page) {
            put(new Step.Page(page));
        }
    }

    private RowStream(Consumer<Rows> read) {
        // A platform thread, because it waits inside the driver's code.
        this.reader = Thread.ofPlatform().name("row-stream").daemon().unstarted(() -> run(read));
    }

    /** @param read reads all pages; its exceptions are thrown to the caller of {@link #next} */
    static ReadResult<RowStream> of(Consumer<Rows> read) {
        var stream = new RowStream(read);
        stream.reader.start();
        try {
            if (stream.take() instanceof Step.Begun(Currency currency, StampAtRevision now)) {
                return new ReadResult<>(stream, currency, now.stamp(), now.revision());
            }
            throw new IllegalStateException("the currency has to come before the rows");
        } catch (RuntimeException | Error e) {
            stream.close();
            throw e;
        }
    }

    /** Returns the next rows, at least one; empty at the end. */
    public Optional<List<Ledger.Entry>> next() {
        if (!ended && take() instanceof Step.Page(List<Ledger.Entry> rows)) {
            return Optional.of(rows);
        }
        ended = true;
        return Optional.empty();
    }

    @Override
    public void close() {
        reader.interrupt();
    }

    private void run(Consumer<Rows> read) {
        try {
            Step end;
            try {
                read.accept(new Rows());
                end = new Step.Done();
            } catch (CancellationException e) {
                return;
            } catch (RuntimeException | Error e) {
                end = new Step.Failed(e);
            }
            put(end);
        } catch (CancellationException e) {
            // Closed before the end.
            return;
        }
    }

    private void put(Step step) {
        try {
            steps.put(step);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw cancelled(e);
        }
    }

    private Step take() {
        try {
            Step step = steps.take();
            if (step instanceof Step.Failed(Throwable cause)) {
                if (cause instanceof Error error) {
                    throw error;
                }
                throw (RuntimeException) cause;
            }
            return step;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw cancelled(e);
        }
    }

    private static CancellationException cancelled(InterruptedException cause) {
        var cancelled = new CancellationException("interrupted between reading rows and writing them down");
        cancelled.initCause(cause);
        return cancelled;
    }
}
