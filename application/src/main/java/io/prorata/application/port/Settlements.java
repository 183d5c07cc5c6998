package io.prorata.application.port;

import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.settlement.Settlement;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * A household's settlements.
 *
 * <p>Cost: one is found by its key, those of months and those that name a row by an index.
 */
public interface Settlements {

    /**
     * A stored settlement.
     *
     * @param changedAt the household's revision at which it last changed
     */
    record Entry(Settlement settlement, long changedAt) {}

    Optional<Entry> find(HouseholdId household, long id);

    /** Returns the settlements that count in the months from {@code from} to {@code to}, the latest month first, then the latest added. */
    List<Entry> list(HouseholdId household, YearMonth from, YearMonth to);

    long nextId(HouseholdId household);

    /** Adds a settlement; its rows exist. */
    void add(HouseholdId household, Settlement settlement);

    /** Replaces the settlement with its id. */
    void replace(HouseholdId household, Settlement settlement);

    void remove(HouseholdId household, long id);

    /** Returns the months of settlements that name a row of one of {@code months}: they may change with the row. */
    SortedSet<YearMonth> monthsNamingRowsOf(HouseholdId household, Collection<YearMonth> months);
}
