package io.prorata.application.operation;

import io.prorata.application.cache.WarmingJobs;
import io.prorata.application.cache.WarmingJobs.JobProgress;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.household.HouseholdId;

/** Shows the progress of a warming job. */
public final class ShowWarming {

    private final WarmingJobs jobs;

    public ShowWarming(WarmingJobs jobs) {
        this.jobs = jobs;
    }

    /** @throws RefusedException if the household has no such job, or it ended long ago */
    public JobProgress show(HouseholdId household, long id) {
        return jobs.find(household, id).orElseThrow(() -> new RefusedException(new Refusal.UnknownWarming(id)));
    }
}
