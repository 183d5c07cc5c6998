package io.prorata.adapter.web.monitoring;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prorata.application.port.Store;
import java.util.List;

/** The metrics of the store and of imports for Prometheus. */
final class StoreMetrics {

    private static final double MICROS_PER_SECOND = 1_000_000;

    private StoreMetrics() {}

    static List<MetricSnapshot> of(Store.Load load, ImportMeter.Imported imported) {
        return List.of(
                counter("prorata_store_statements", "Statements that were run.", load.statements()),
                seconds("prorata_store_statement_seconds", "Time they took.", load.statementMicros()),
                counter("prorata_store_commits", "Writes that were kept.", load.commits()),
                seconds("prorata_store_commit_seconds", "Time until they outlast a power cut.", load.commitMicros()),
                counter("prorata_store_turns", "Writes that had their turn.", load.turns()),
                seconds("prorata_store_turn_seconds", "Time they waited for it.", load.turnMicros()),
                gauge("prorata_store_waiting_writes", "Writes that wait for their turn now.", load.waiting()),
                gauge("prorata_store_readers", "How many may read at the same time.", load.readers()),
                gauge("prorata_store_free_readers", "How many more could begin to read now.", load.freeReaders()),
                gauge("prorata_store_file_bytes", "Size of the books.", load.fileBytes()),
                gauge("prorata_store_wal_bytes", "What was written and is still beside them.", load.walBytes()),
                gauge("prorata_store_audit_rows", "Changes that the audit tells of.", load.auditRows()),
                counter("prorata_imports", "Bank files that were taken in.", imported.files()),
                counter("prorata_import_lines", "Lines they had.", imported.lines()),
                seconds("prorata_import_seconds", "Time that took.", imported.micros()));
    }

    private static CounterSnapshot seconds(String name, String help, long micros) {
        return counter(name, help, micros / MICROS_PER_SECOND);
    }

    private static CounterSnapshot counter(String name, String help, long value) {
        return counter(name, help, (double) value);
    }

    private static CounterSnapshot counter(String name, String help, double value) {
        return CounterSnapshot.builder()
                .name(name)
                .help(help)
                .dataPoint(CounterSnapshot.CounterDataPointSnapshot.builder()
                        .value(value)
                        .build())
                .build();
    }

    private static GaugeSnapshot gauge(String name, String help, long value) {
        return GaugeSnapshot.builder()
                .name(name)
                .help(help)
                .dataPoint(GaugeSnapshot.GaugeDataPointSnapshot.builder()
                        .value((double) value)
                        .build())
                .build();
    }
}
