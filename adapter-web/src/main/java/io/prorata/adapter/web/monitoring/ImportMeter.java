package io.prorata.adapter.web.monitoring;

import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** The speed of imports. */
@Singleton
public final class ImportMeter {

    private final LongAdder files = new LongAdder();
    private final LongAdder lines = new LongAdder();
    private final LongAdder nanos = new LongAdder();

    /** Totals since the start. */
    public record Imported(long files, long lines, long micros) {

        /** Returns lines a second, rounded down; zero if nothing was imported. */
        public long linesPerSecond() {
            return micros == 0 ? 0 : lines * TimeUnit.SECONDS.toMicros(1) / micros;
        }
    }

    /** @param fileLines lines of the imported file */
    public void took(long fileLines, long fileNanos) {
        files.increment();
        lines.add(fileLines);
        nanos.add(fileNanos);
    }

    public Imported imported() {
        return new Imported(files.sum(), lines.sum(), TimeUnit.NANOSECONDS.toMicros(nanos.sum()));
    }
}
