package io.prorata.adapter.persistence;

import static io.prorata.adapter.persistence.generated.Tables.RUNNING_TIME;

import io.prorata.adapter.persistence.engine.Database;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jooq.DSLContext;

/** The total running time of servers over a database, independent of the clock's settings. */
final class RunningTime {

    private static final Duration COUNTED_EVERY = Duration.ofSeconds(1);

    private final LongSupplier nanoTime;
    private final Duration before;
    private final long begun;

    /** @param nanoTime a monotonic clock with any origin */
    RunningTime(Database database, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.before = Duration.ofMillis(database.read(
                sql -> sql.select(RUNNING_TIME.MILLIS).from(RUNNING_TIME).fetchSingle(RUNNING_TIME.MILLIS)));
        this.begun = nanoTime.getAsLong();
    }

    /** Returns the total, including the time since the database was opened. */
    Duration now() {
        return before.plusNanos(nanoTime.getAsLong() - begun);
    }

    /** Stores it at most once a second, so that little is lost with this process, and households seldom wait for each other. */
    void count(DSLContext sql) {
        long millis = now().toMillis();
        sql.update(RUNNING_TIME)
                .set(RUNNING_TIME.MILLIS, millis)
                .where(RUNNING_TIME.MILLIS.le(millis - COUNTED_EVERY.toMillis()))
                .execute();
    }
}
