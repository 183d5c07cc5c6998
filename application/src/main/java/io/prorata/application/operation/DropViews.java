package io.prorata.application.operation;

import io.prorata.application.cache.TieredViewCache;
import io.prorata.domain.household.HouseholdId;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** Drops what is kept of a household's views. No answer depends on it: what is kept is only shown while it holds. */
public final class DropViews {

    private final TieredViewCache views;

    public DropViews(TieredViewCache views) {
        this.views = views;
    }

    /** @param month whose views are dropped; all if empty */
    public List<TieredViewCache.Dropped> drop(HouseholdId household, Optional<YearMonth> month) {
        return views.drop(household, month);
    }
}
