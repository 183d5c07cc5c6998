package io.prorata.adapter.persistence.ledger;

import static io.prorata.adapter.persistence.generated.Tables.REJECTED_MATCH;

import io.prorata.domain.household.HouseholdId;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jooq.DSLContext;

/** Keys of rejected matches, a row each. */
final class RejectedMatchRows {

    private RejectedMatchRows() {}

    static SortedSet<String> all(DSLContext sql, HouseholdId household) {
        return new TreeSet<>(sql.select(REJECTED_MATCH.MATCH_KEY)
                .from(REJECTED_MATCH)
                .where(REJECTED_MATCH.HOUSEHOLD_ID.eq(household.value()))
                .fetchSet(REJECTED_MATCH.MATCH_KEY));
    }

    static void add(DSLContext sql, HouseholdId household, Collection<String> keys) {
        SortedSet<String> there = all(sql, household);
        keys.stream()
                .filter(key -> !there.contains(key))
                .forEach(key -> sql.insertInto(REJECTED_MATCH)
                        .set(REJECTED_MATCH.HOUSEHOLD_ID, household.value())
                        .set(REJECTED_MATCH.MATCH_KEY, key)
                        .execute());
    }
}
