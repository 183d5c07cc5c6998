package io.prorata.bootstrap.freshness;

import io.prorata.adapter.persistence.engine.CommitListener;
import io.prorata.adapter.persistence.engine.Database;
import io.prorata.adapter.persistence.engine.TextIndex;
import io.prorata.application.port.Store;
import io.prorata.application.port.StoreUnavailableException.Reason;
import io.prorata.application.port.StoreWatch;
import io.prorata.domain.household.HouseholdId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jooq.DSLContext;

/** A database, unless something of it is done otherwise: the mistakes that an engine with many nodes invites. */
class FlawedDatabase implements Database {

    private final Database right;

    FlawedDatabase(Database right) {
        this.right = right;
    }

    /** Two writes of a household may be under way at the same time. */
    static Database withoutRowLock(Database right) {
        return new FlawedDatabase(right) {
            @Override
            public <T> T write(HouseholdId household, Function<DSLContext, T> work, CommitListener listener) {
                T result = right.write(work);
                listener.committing();
                listener.committed();
                return result;
            }
        };
    }

    /** Stamps are remembered, as where one process alone writes. */
    static Database withMemoryOfStamps(Database right) {
        return new FlawedDatabase(right) {
            @Override
            public boolean isOnlyWriter() {
                return true;
            }
        };
    }

    /** What may have been done is done again. {@code cut} cuts the next connection right after its COMMIT. */
    static Database withRetryAfterUnknownOutcome(Database right, Runnable cut) {
        var writes = new AtomicInteger();
        return new FlawedDatabase(right) {
            @Override
            public <T> T write(HouseholdId household, Function<DSLContext, T> work, CommitListener listener) {
                if (writes.incrementAndGet() % 10 != 0) {
                    return right.write(household, work, listener);
                }
                cut.run();
                var _ = right.write(household, work, listener);
                return right.write(household, work, listener);
            }
        };
    }

    @Override
    public boolean isOnlyWriter() {
        return right.isOnlyWriter();
    }

    @Override
    public TextIndex textIndex() {
        return right.textIndex();
    }

    @Override
    public List<String> damage() {
        return right.damage();
    }

    @Override
    public Optional<Reason> fault() {
        return right.fault();
    }

    @Override
    public void tell(StoreWatch watch) {
        right.tell(watch);
    }

    @Override
    public Store.Load load(long auditRows) {
        return right.load(auditRows);
    }

    @Override
    public <T> T read(Function<DSLContext, T> work) {
        return right.read(work);
    }

    @Override
    public <T> T readOnce(Function<DSLContext, T> statement) {
        return right.readOnce(statement);
    }

    @Override
    public <T> T write(HouseholdId household, Function<DSLContext, T> work, CommitListener listener) {
        return right.write(household, work, listener);
    }

    @Override
    public <T> T writeNewHousehold(Function<DSLContext, T> work, CommitListener listener) {
        return right.writeNewHousehold(work, listener);
    }

    @Override
    public void erase(HouseholdId household, Consumer<DSLContext> work, CommitListener listener) {
        right.erase(household, work, listener);
    }

    @Override
    public <T> T write(Function<DSLContext, T> work) {
        return right.write(work);
    }

    @Override
    public void close() {
        right.close();
    }
}
