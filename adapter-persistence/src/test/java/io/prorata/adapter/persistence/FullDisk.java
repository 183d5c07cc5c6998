package io.prorata.adapter.persistence;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;

/** A disk on which a database cannot grow, as long as {@code full} says so: SQLite answers as it does when there is no room. */
record FullDisk(AtomicBoolean full) implements ExecuteListener {

    @Override
    public void executeStart(ExecuteContext context) {
        try (var statement = context.connection().createStatement()) {
            // Not below what it has already.
            statement.execute("PRAGMA max_page_count=" + (full.get() ? 1 : 1_000_000));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
