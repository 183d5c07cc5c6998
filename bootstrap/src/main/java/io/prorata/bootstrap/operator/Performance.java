package io.prorata.bootstrap.operator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * The performance figures of a server. Durations are in microseconds.
 *
 * @param windowSeconds the length of the window of the endpoints' figures
 * @param waiting writes that wait for other writes
 * @param linesPerSecond of imported bank files; zero if there were none
 */
public record Performance(
        long windowSeconds,
        List<Endpoint> endpoints,
        long statements,
        long statementMicros,
        int waiting,
        long fileBytes,
        long walBytes,
        long auditRows,
        long linesPerSecond) {

    /**
     * One endpoint over the last minutes.
     *
     * @param status {@code ok}, {@code slow} or {@code failing}
     */
    public record Endpoint(
            String status,
            String method,
            String route,
            long count,
            long meanMicros,
            long p50Micros,
            long p95Micros,
            long p99Micros,
            long maxMicros,
            long slow,
            long failed,
            long thresholdMicros) {

        private static Endpoint of(JsonNode endpoint) {
            JsonNode window = endpoint.path("window");
            return new Endpoint(
                    endpoint.path("status").asText(),
                    endpoint.path("method").asText(),
                    endpoint.path("route").asText(),
                    window.path("count").asLong(),
                    window.path("mean_us").asLong(),
                    window.path("p50_us").asLong(),
                    window.path("p95_us").asLong(),
                    window.path("p99_us").asLong(),
                    window.path("max_us").asLong(),
                    window.path("slow").asLong(),
                    window.path("failed").asLong(),
                    endpoint.path("threshold_us").asLong());
        }
    }

    static Performance of(JsonNode answer) {
        JsonNode store = answer.path("store");
        return new Performance(
                answer.path("window_seconds").asLong(),
                StreamSupport.stream(answer.path("endpoints").spliterator(), false)
                        .map(Endpoint::of)
                        .toList(),
                store.path("statements").asLong(),
                store.path("statement_us").asLong(),
                store.path("waiting").asInt(),
                store.path("file_bytes").asLong(),
                store.path("wal_bytes").asLong(),
                store.path("audit_rows").asLong(),
                answer.path("imports").path("lines_per_second").asLong());
    }
}
