package io.prorata.application;

import io.prorata.application.tier.WarmingJobs;
import io.prorata.application.tier.WarmingJobs.Progress;
import io.prorata.domain.household.HouseholdId;
import java.time.YearMonth;
import java.util.List;

/** Begins to compute a household's views before anybody asks for them. */
public final class WarmViews {

    private final WarmingJobs jobs;

    public WarmViews(WarmingJobs jobs) {
        this.jobs = jobs;
    }

    /** Begins; if a job of the household's runs already, that one goes on and is returned instead. */
    public Progress warm(HouseholdId household, List<YearMonth> months) {
        return jobs.start(household, months);
    }
}
