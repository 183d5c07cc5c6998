package io.prorata.application.operation;

import io.prorata.application.cache.WarmingJobs;
import io.prorata.application.cache.WarmingJobs.JobProgress;
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
    public JobProgress warm(HouseholdId household, List<YearMonth> months) {
        return jobs.start(household, months);
    }
}
