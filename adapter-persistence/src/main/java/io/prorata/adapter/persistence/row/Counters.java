package io.prorata.adapter.persistence.row;

import static io.prorata.adapter.persistence.generated.Tables.COUNTER;

import io.prorata.adapter.persistence.digest.RowDigest;
import io.prorata.adapter.persistence.generated.tables.records.CounterRecord;
import io.prorata.domain.household.HouseholdId;
import org.jooq.DSLContext;

/** The ids of a household's things, from 1 on, never reused. */
public final class Counters {

    private Counters() {}

    /** Reserves {@code count} consecutive ids and returns the first. */
    public static long next(DSLContext sql, HouseholdId household, String thing, int count) {
        // Inside a write, so no other write comes between.
        long last = sql.select(COUNTER.LAST)
                .from(COUNTER)
                .where(COUNTER.HOUSEHOLD_ID.eq(household.value()))
                .and(COUNTER.THING.eq(thing))
                .fetchOptional(COUNTER.LAST)
                .orElse(0L);
        var row = new CounterRecord();
        row.setHouseholdId(household.value());
        row.setThing(thing);
        row.setLast(last + count);
        sql.insertInto(COUNTER)
                .set(RowDigest.digested(row))
                .onConflict(COUNTER.HOUSEHOLD_ID, COUNTER.THING)
                .doUpdate()
                .set(COUNTER.LAST, row.getLast())
                .set(COUNTER.DIGEST, row.getDigest())
                .execute();
        return last + 1;
    }
}
