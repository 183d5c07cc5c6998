package io.prorata.adapter.persistence;

import io.prorata.adapter.persistence.cache.StampCache.CommittedWrite;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jooq.DSLContext;

/** A transaction that several writes of one thread share. */
final class EnlistedTransaction {

    private final DSLContext sql;
    private final Consumer<CommittedWrite> told;
    private boolean writing;
    private boolean failed;

    /** @param told receives every write */
    EnlistedTransaction(DSLContext sql, Consumer<CommittedWrite> told) {
        this.sql = sql;
        this.told = told;
    }

    <T> T write(BiFunction<DSLContext, Consumer<CommittedWrite>, T> work) {
        if (writing) {
            throw new IllegalStateException("a write inside a write");
        }
        writing = true;
        failed = true;
        T result = work.apply(sql, told);
        failed = false;
        writing = false;
        return result;
    }

    <T> T read(Function<DSLContext, T> work) {
        return work.apply(sql);
    }

    /** After a write has thrown, the transaction cannot be committed: part of the write would be kept. */
    void requireUnfailed() {
        if (failed) {
            throw new IllegalStateException("a write has failed, so nothing is kept of what was to be kept with it");
        }
    }
}
