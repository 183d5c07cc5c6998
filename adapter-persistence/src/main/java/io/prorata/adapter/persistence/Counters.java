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
        sql.insertInto(COUNTER)
                .set(COUNTER.HOUSEHOLD_ID, household.value())
                .set(COUNTER.THING, thing)
                .set(COUNTER.LAST, step)
                .onConflict(COUNTER.HOUSEHOLD_ID, COUNTER.THING)
                .doUpdate()
                .set(COUNTER.LAST, COUNTER.LAST.plus(val(step)))
                .execute();
        // Inside a write, so nobody else comes between. RETURNING is emulated by way of a row id, which the table has
        // not.
        long last = sql.select(COUNTER.LAST)
                .from(COUNTER)
                .where(COUNTER.HOUSEHOLD_ID.eq(household.value()))
                .and(COUNTER.THING.eq(thing))
                .fetchSingle(COUNTER.LAST);
        return last - step + 1;
    }
}
