package io.prorata.adapter.persistence.search;

import static io.prorata.adapter.persistence.generated.Tables.HOUSEHOLD;

import io.prorata.adapter.persistence.behind.WriteBehind;
import io.prorata.adapter.persistence.engine.CommitListener;
import io.prorata.adapter.persistence.engine.Database;
import io.prorata.domain.household.HouseholdId;

/** Fills the text index after writes, in slices between which other writes can run. Until then, a search reads the missing rows. */
public final class TextIndexer implements AutoCloseable {

    private static final int MOST_WAITING = 10_000;

    /** Few enough that other writes wait no longer than for an ordinary write. */
    private static final int ROWS_AT_ONCE = 1_500;

    private final Database database;
    private final WriteBehind<HouseholdId, Boolean> behind;
    private volatile boolean closed;

    /** Starts with the rows written before. */
    public TextIndexer(Database database) {
        this.database = database;
        this.behind = new WriteBehind<>(
                "text-index",
                MOST_WAITING,
                Integer.MAX_VALUE,
                household -> 1,
                households -> households.keySet().forEach(this::fill));
        database.readOnce(IndexedText::lacking).forEach(this::written);
    }

    /** Queues a household after a write. */
    public void written(HouseholdId household) {
        behind.put(household, true);
    }

    /** Processes the queue. It also runs periodically. */
    public void fill() {
        behind.write();
    }

    private void fill(HouseholdId household) {
        boolean more = true;
        while (more && !closed) {
            more = database.write(
                    household,
                    // The household may have been removed meanwhile.
                    sql -> sql.fetchExists(HOUSEHOLD, HOUSEHOLD.HOUSEHOLD_ID.eq(household.value()))
                            && IndexedText.fill(sql, database.textIndex(), household, ROWS_AT_ONCE),
                    CommitListener.NONE);
        }
    }

    /** The rest is indexed after the next start. */
    @Override
    public void close() {
        closed = true;
        behind.close();
    }
}
