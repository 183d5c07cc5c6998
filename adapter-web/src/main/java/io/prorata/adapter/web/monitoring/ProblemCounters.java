package io.prorata.adapter.web.monitoring;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prorata.adapter.web.problem.Problem;
import io.prorata.adapter.web.problem.ProblemCategory;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts answers by problem since the start. */
@Singleton
final class ProblemCounters {

    private final Map<Kind, LongAdder> counts = new ConcurrentHashMap<>();

    /** One for each kind of problem: a fixed number. */
    private record Kind(String name, ProblemCategory category) {}

    void count(Problem problem) {
        counts.computeIfAbsent(new Kind(problem.kind(), problem.category()), first -> new LongAdder())
                .increment();
    }

    MetricSnapshot snapshot() {
        CounterSnapshot.Builder problems = CounterSnapshot.builder()
                .name("prorata_http_problems")
                .help("Requests answered with a problem, by its kind and category.");
        counts.forEach((kind, count) -> problems.dataPoint(CounterSnapshot.CounterDataPointSnapshot.builder()
                .labels(Labels.of("category", kind.category().label(), "kind", kind.name()))
                .value((double) count.sum())
                .build()));
        return problems.build();
    }
}
