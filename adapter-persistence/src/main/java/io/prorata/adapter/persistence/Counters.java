package io.prorata.adapter.persistence;

import static io.prorata.adapter.persistence.generated.Tables.COUNTER;
import static org.jooq.impl.DSL.val;

import io.prorata.domain.household.HouseholdId;
import org.jooq.DSLContext;

/** Gives ids to a household's things, from 1 on, none twice. */
final class Counters {

    private Counters() {}

    /** Reserves {@code count} ids in a row and returns the first. */
    static long next(DSLContext sql, HouseholdId household, String thing, int count) {
        long step = count;
        long last = sql.insertInto(COUNTER)
                .set(COUNTER.HOUSEHOLD_ID, household.value())
                .set(COUNTER.THING, thing)
                .set(COUNTER.LAST, step)
                .onConflict(COUNTER.HOUSEHOLD_ID, COUNTER.THING)
                .doUpdate()
                .set(COUNTER.LAST, COUNTER.LAST.plus(val(step)))
                .returning(COUNTER.LAST)
                .fetchSingle(COUNTER.LAST);
        return last - step + 1;
    }
}
