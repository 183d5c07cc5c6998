package io.prorata.adapter.persistence.ledger;

import io.prorata.adapter.persistence.behind.WriteBehind;
import io.prorata.adapter.persistence.engine.CommitListener;
import io.prorata.adapter.persistence.engine.Database;
import io.prorata.adapter.persistence.row.HouseholdRows;
import io.prorata.domain.household.HouseholdId;
import java.time.YearMonth;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Repairs missing or damaged month totals from the rows, after the answers, and counts and logs damaged ones. Until then, and if it fails,
 * such a month is added up for each read.
 */
public final class MonthTotalRepair implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(MonthTotalRepair.class.getName());
    private static final int MOST_WAITING = 2_000;

    private final Database database;
    private final long code;
    private final AtomicLong damaged = new AtomicLong();
    private final WriteBehind<Key, Boolean> behind;

    /** @param code version of the code that sums */
    public MonthTotalRepair(Database database, long code) {
        this.database = database;
        this.code = code;
        this.behind = new WriteBehind<>(
                "month-totals",
                MOST_WAITING,
                Integer.MAX_VALUE,
                month -> 1,
                months -> months.keySet().forEach(this::rebuild));
    }

    private record Key(HouseholdId household, YearMonth month) {}

    private void rebuild(Key key) {
        database.write(
                key.household(),
                sql -> {
                    // The household may have been removed meanwhile.
                    if (HouseholdRows.isThere(sql, key.household())) {
                        MonthTotalRows.rebuild(sql, key.household(), Set.of(key.month()), code);
                    }
                    return key;
                },
                CommitListener.NONE);
    }

    /** Queues a month with rows but without totals of this version of the code. */
    public void missing(HouseholdId household, YearMonth month) {
        behind.put(new Key(household, month), true);
    }

    /** Queues a month whose totals do not match their check value. */
    public void damaged(HouseholdId household, YearMonth month) {
        damaged.incrementAndGet();
        LOG.log(
                System.Logger.Level.WARNING,
                "the totals of household {0}, {1} are damaged; they are added up from the rows",
                household,
                month);
        behind.put(new Key(household, month), true);
    }

    /** Returns the number of damaged totals. */
    public long found() {
        return damaged.get();
    }

    /** Processes the queue. */
    public void repair() {
        behind.write();
    }

    @Override
    public void close() {
        behind.close();
    }
}
