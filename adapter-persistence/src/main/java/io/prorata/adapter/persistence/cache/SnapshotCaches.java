package io.prorata.adapter.persistence.cache;

import io.prorata.domain.household.HouseholdId;

/** What snapshots of the books need again and again, in memory. */
public record SnapshotCaches(PlanCache plans, CandidateCache candidates) {

    private static final long PLAN_BYTES = 8L * 1024 * 1024;
    private static final long CANDIDATE_BYTES = 4L * 1024 * 1024;

    /** Makes caches that are empty. */
    public static SnapshotCaches empty() {
        return new SnapshotCaches(new PlanCache(PLAN_BYTES), new CandidateCache(CANDIDATE_BYTES));
    }

    /** Removes what is kept of a household. */
    public void forget(HouseholdId household) {
        plans.forget(household);
        candidates.forget(household);
    }
}
