package io.prorata.adapter.persistence;

import static io.prorata.adapter.persistence.generated.Tables.RUNNING_TIME;

import io.prorata.adapter.persistence.engine.Database;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jooq.DSLContext;

/** How long servers have run over a database in all; no clock that is set has to do with it. */
final class RunningTime {

    private static final Duration COUNTED_EVERY = Duration.ofSeconds(1);

    private final LongSupplier nanoTime;
    private final Duration before;
    private final long begun;

    /** @param nanoTime of any origin, but one that moves on evenly */
    RunningTime(Database database, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.before = Duration.ofMillis(database.read(
                sql -> sql.select(RUNNING_TIME.MILLIS).from(RUNNING_TIME).fetchSingle(RUNNING_TIME.MILLIS)));
        this.begun = nanoTime.getAsLong();
    }

    /** Returns it with what has passed since the database was opened. */
    Duration now() {
        return before.plusNanos(nanoTime.getAsLong() - begun);
    }

    /** Writes it down every second, so that little of it is lost with this process, and households seldom wait for each other. */
    void count(DSLContext sql) {
        long millis = now().toMillis();
        sql.update(RUNNING_TIME)
                .set(RUNNING_TIME.MILLIS, millis)
                .where(RUNNING_TIME.MILLIS.le(millis - COUNTED_EVERY.toMillis()))
                .execute();
    }
}
