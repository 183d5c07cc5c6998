package io.prorata.adapter.web.simulation;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.RawJson;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Changes that nobody has made, and the months to show.
 *
 * @param from the first month to show
 * @param to the last month to show, at most 60 months in all
 * @param changes in the order in which they would be made, at most 100
 */
@Serdeable
record SimulationRequest(YearMonth from, YearMonth to, List<ChangeRequest> changes) {

    /**
     * A change, as it would be requested for real.
     *
     * @param method the method of the request
     * @param path its path, with its query: {@code /fixed-expenses/3?from=2026-01}
     * @param body its body, if it has one
     */
    @Serdeable
    record ChangeRequest(
            String method, String path, @Nullable RawJson body) {}
}
