package io.prorata.application.operation;

import io.prorata.application.cache.WarmingJobs;
import io.prorata.application.cache.WarmingJobs.JobProgress;
import io.prorata.domain.household.HouseholdId;
import java.time.YearMonth;
import java.util.List;

/** Starts computing a household's views ahead of requests. */
public final class WarmViews {

    private final WarmingJobs jobs;

    public WarmViews(WarmingJobs jobs) {
        this.jobs = jobs;
    }

    /** Starts a job. If a job of the household is already running, returns that job. */
    public JobProgress warm(HouseholdId household, List<YearMonth> months) {
        return jobs.start(household, months);
    }
}
