package io.prorata.adapter.persistence.engine;

import io.prorata.domain.household.HouseholdId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;

/** An index over the labels of transactions, as they are searched, by three characters in a row. It is filled behind the writes. */
public interface TextIndex {

    /** Texts with fewer characters are not found by it. */
    int LEAST_CHARACTERS = 3;

    /**
     * Selects the ids of rows whose text may contain {@code text}: all that do and are in the index, and perhaps some that do not, or are
     * there no more.
     *
     * @param text as it is searched, of {@link #LEAST_CHARACTERS} characters at least
     */
    Select<Record1<Long>> matching(HouseholdId household, String text);

    /** Puts the rows of {@code household} that meet {@code rows} into the index as they are now, in the place of what it had of them. */
    void put(DSLContext sql, HouseholdId household, Condition rows);

    /** Takes the rows of {@code household} that meet {@code rows} out of the index; they are there still. */
    void take(DSLContext sql, HouseholdId household, Condition rows);

    /** Takes out all that it has of a household, and overwrites it where the engine can. */
    void erase(DSLContext sql, HouseholdId household);
}
