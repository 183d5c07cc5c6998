package io.prorata.adapter.web.operation;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.application.cache.WarmingJobs;
import java.time.YearMonth;
import java.util.List;

/**
 * How far a warming has come.
 *
 * @param status {@code running} or {@code done}
 * @param total views to look after
 * @param done views that are kept now
 * @param failed views that could not be computed
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
