package io.prorata.adapter.persistence.engine;

import io.prorata.domain.household.HouseholdId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;

/** A trigram index over the searchable labels of transactions. It is filled after the writes. */
public interface TextIndex {

    /** The minimum length of a search text. */
    int LEAST_CHARACTERS = 3;

    /**
     * Selects the ids of rows whose text may contain {@code text}: all that do and are in the index, and perhaps some that do not or no
     * longer exist.
     *
     * @param text in searchable form, of at least {@link #LEAST_CHARACTERS} characters
     */
    Select<Record1<Long>> matching(HouseholdId household, String text);

    /** Indexes the rows of {@code household} that meet {@code rows}, and replaces their former entries. */
    void put(DSLContext sql, HouseholdId household, Condition rows);

    /** Removes the rows of {@code household} that meet {@code rows} from the index; call it before they are deleted. */
    void take(DSLContext sql, HouseholdId household, Condition rows);

    /** Removes all entries of a household, and overwrites them if the engine supports it. */
    void erase(DSLContext sql, HouseholdId household);
}
