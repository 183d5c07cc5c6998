package io.prorata.adapter.web.operation;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.application.cache.WarmingJobs;
import java.time.YearMonth;
import java.util.List;

/**
 * The progress of a warming job.
 *
 * @param status {@code running} or {@code done}
 * @param total the number of views to warm
 * @param done the number of views that are cached now
 * @param failed the number of views that could not be computed
 */
@Serdeable.Serializable
record WarmingResponse(long id, String status, List<String> months, int total, int done, int failed) {

    static WarmingResponse of(WarmingJobs.JobProgress job) {
        return new WarmingResponse(
                job.id(),
                job.finished() ? "done" : "running",
                job.months().stream().map(YearMonth::toString).toList(),
                job.total(),
                job.done(),
                job.failed());
    }
}
