package io.prorata.application;

import io.prorata.application.tier.WarmingJobs;
import io.prorata.application.tier.WarmingJobs.Progress;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.household.HouseholdId;

/** Shows how far a warming has come. */
public final class ShowWarming {

    private final WarmingJobs jobs;

    public ShowWarming(WarmingJobs jobs) {
        this.jobs = jobs;
    }

    /** @throws RefusedException if the household has no such job, or it is long over */
    public Progress show(HouseholdId household, long id) {
        return jobs.find(household, id).orElseThrow(() -> new RefusedException(new Refusal.UnknownWarming(id)));
    }
}
