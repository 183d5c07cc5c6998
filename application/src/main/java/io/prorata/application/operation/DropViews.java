package io.prorata.application.operation;

import io.prorata.application.cache.TieredViewCache;
import io.prorata.domain.household.HouseholdId;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** Removes the stored documents of a household's views. No answer changes. */
public final class DropViews {

    private final TieredViewCache views;

    public DropViews(TieredViewCache views) {
        this.views = views;
    }

    /** @param month whose views are removed; all if empty */
    public List<TieredViewCache.Dropped> drop(HouseholdId household, Optional<YearMonth> month) {
        return views.drop(household, month);
    }
}
