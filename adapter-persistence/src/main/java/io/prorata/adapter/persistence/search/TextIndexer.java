package io.prorata.adapter.persistence.search;

import static io.prorata.adapter.persistence.generated.Tables.HOUSEHOLD;

import io.prorata.adapter.persistence.behind.WriteBehind;
import io.prorata.adapter.persistence.engine.CommitListener;
import io.prorata.adapter.persistence.engine.Database;
import io.prorata.domain.household.HouseholdId;

/** Fills the text index behind the writes, in slices between which others write. Until then, a search looks at what it lacks. */
public final class TextIndexer implements AutoCloseable {

    private static final int MOST_WAITING = 10_000;

    /** Few enough that writes wait for them no longer than for a write. */
    private static final int ROWS_AT_ONCE = 1_500;

    private final Database database;
    private final WriteBehind<HouseholdId, Boolean> behind;
    private volatile boolean closed;

    /** Begins with what was written before. */
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

    /** Takes note of a household that was written to. */
    public void written(HouseholdId household) {
        behind.put(household, true);
    }

    /** Fills what waits. Runs by itself every so often. */
    public void fill() {
        behind.write();
    }

    private void fill(HouseholdId household) {
        boolean more = true;
        while (more && !closed) {
            more = database.write(
                    household,
                    // It may have been removed meanwhile.
                    sql -> sql.fetchExists(HOUSEHOLD, HOUSEHOLD.HOUSEHOLD_ID.eq(household.value()))
                            && IndexedText.fill(sql, database.textIndex(), household, ROWS_AT_ONCE),
                    CommitListener.NONE);
        }
    }

    /** Leaves the rest for the next start. */
    @Override
    public void close() {
        closed = true;
        behind.close();
    }
}
