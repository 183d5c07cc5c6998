package io.prorata.adapter.persistence.engine;

import io.prorata.application.port.StoreWatch;
import io.prorata.application.port.StoreWatch.Work;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteListenerProvider;

/** Counts and durations of a database's work. */
public final class Workload implements ExecuteListenerProvider {

    private final Timing statements = new Timing();
    private final Timing commits = new Timing();
    private final Timing turns = new Timing();
    private volatile StoreWatch watch = (work, nanos) -> {};

    /** A count and a total duration. */
    public static final class Timing {

        private final LongAdder count = new LongAdder();
        private final LongAdder nanos = new LongAdder();

        private void add(long took) {
            count.increment();
            nanos.add(took);
        }

        public long count() {
            return count.sum();
        }

        public long micros() {
            return TimeUnit.NANOSECONDS.toMicros(nanos.sum());
        }
    }

    public void tell(StoreWatch whom) {
        watch = whom;
    }

    /** Records {@code work} that began at {@code begun}, by {@link System#nanoTime}. */
    public void done(Work work, long begun) {
        long took = System.nanoTime() - begun;
        switch (work) {
            case STATEMENT -> statements.add(took);
            case COMMIT -> commits.add(took);
            case TURN -> turns.add(took);
        }
        watch.took(work, took);
    }

    public Timing statements() {
        return statements;
    }

    public Timing commits() {
        return commits;
    }

    public Timing turns() {
        return turns;
    }

    /** Measures one statement. */
    @Override
    public ExecuteListener provide() {
        return new Stopwatch(this);
    }

    private static final class Stopwatch implements ExecuteListener {

        private static final long serialVersionUID = 1L;

        private final transient Workload workload;
        private long begun;
        private boolean started;

        Stopwatch(Workload workload) {
            this.workload = workload;
        }

        @Override
        public void executeStart(ExecuteContext context) {
            begun = System.nanoTime();
            started = true;
        }

        /** Called after the result has been read. A statement in a batch ends without being run; the batch itself is run. */
        @Override
        public void end(ExecuteContext context) {
            if (started) {
                workload.done(Work.STATEMENT, begun);
            }
        }
    }
}
