package io.prorata.application.cache;

import io.prorata.application.query.ViewQuery;
import io.prorata.application.query.ViewType;
import io.prorata.domain.household.HouseholdId;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** Warming on request: jobs that compute a household's views of some months, with their progress. */
public final class WarmingJobs implements AutoCloseable {

    private static final int MOST_REMEMBERED = 256;

    private final Warmer warmer;
    private final TieredViewCache views;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("warming").factory());
    private final Map<Long, JobProgress> jobs = new LinkedHashMap<>();
    private long last;

    public WarmingJobs(Warmer warmer, TieredViewCache views) {
        this.warmer = warmer;
        this.views = views;
    }

    /**
     * The progress of a job.
     *
     * @param months that are warmed, the latest first
     * @param total the number of views
     * @param done views that are stored now
     * @param failed views that could not be computed
     */
    public record JobProgress(long id, HouseholdId household, List<YearMonth> months, int total, int done, int failed) {

        public JobProgress {
            months = List.copyOf(months);
        }

        public boolean finished() {
            return done + failed == total;
        }

        private JobProgress with(boolean worked) {
            return new JobProgress(
                    id, household, months, total, worked ? done + 1 : done, worked ? failed : failed + 1);
        }
    }

    /** Starts warming {@code months}. If a job of the household is already running, returns that job. */
    public JobProgress start(HouseholdId household, List<YearMonth> months) {
        JobProgress job;
        List<ViewQuery> queries =
                months.stream().flatMap(month -> worthKeeping(household, month)).toList();
        synchronized (jobs) {
            Optional<JobProgress> running = jobs.values().stream()
                    .filter(other -> other.household().equals(household) && !other.finished())
                    .findFirst();
            if (running.isPresent()) {
                return running.get();
            }
            job = new JobProgress(++last, household, months, queries.size(), 0, 0);
            jobs.put(job.id(), job);
            forgetOldest();
        }
        worker.execute(() -> queries.forEach(query -> {
            boolean worked = !Thread.currentThread().isInterrupted() && warmer.warm(household, query);
            synchronized (jobs) {
                jobs.computeIfPresent(job.id(), (id, progress) -> progress.with(worked));
            }
        }));
        return job;
    }

    /** Returns a job of the household, if it is still stored. */
    public Optional<JobProgress> find(HouseholdId household, long id) {
        synchronized (jobs) {
            return Optional.ofNullable(jobs.get(id))
                    .filter(job -> job.household().equals(household));
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }

    private void forgetOldest() {
        if (jobs.size() > MOST_REMEMBERED) {
            jobs.keySet().stream()
                    .filter(id -> Optional.ofNullable(jobs.get(id))
                            .filter(JobProgress::finished)
                            .isPresent())
                    .findFirst()
                    .ifPresent(jobs::remove);
        }
    }

    /** The overview views, and the views of any month that this household has read. */
    private Stream<ViewQuery> worthKeeping(HouseholdId household, YearMonth month) {
        Stream<ViewQuery> overviews =
                ViewQuery.types().stream().filter(ViewType::overview).map(type -> type.of(month));
        Stream<ViewQuery> read = views.usage().lately(household).stream()
                .map(lately -> lately.view().in(month));
        return Stream.concat(overviews, read).distinct();
    }
}
