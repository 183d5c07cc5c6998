package io.prorata.adapter.persistence;

import io.prorata.adapter.persistence.StampBoard.Publication;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jooq.DSLContext;

/** A transaction that several writes of one thread share. */
final class Joined {

    private final DSLContext sql;
    private final Consumer<Publication> told;
    private boolean writing;
    private boolean failed;

    /** @param told is told of every write */
    Joined(DSLContext sql, Consumer<Publication> told) {
        this.sql = sql;
        this.told = told;
    }

    <T> T write(BiFunction<DSLContext, Consumer<Publication>, T> work) {
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

    /** A write that throws leaves nothing: whoever catches that and goes on would keep half of it. */
    void requireUnfailed() {
        if (failed) {
            throw new IllegalStateException("a write has failed, so nothing is kept of what was to be kept with it");
        }
    }
}
