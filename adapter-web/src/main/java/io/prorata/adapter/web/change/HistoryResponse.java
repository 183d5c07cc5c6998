package io.prorata.adapter.web.change;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The history.
 *
 * @param entries the changes, the latest first
 */
@Serdeable.Serializable
record HistoryResponse(List<HistoryEntryJson> entries, HistoryPagination pagination) {

    /**
     * The position of a page in the history.
     *
     * @param nextCursor the value of {@code cursor} for the next page; null on the last
     */
    @Serdeable.Serializable
    record HistoryPagination(
            int limit,
            boolean hasMore,
            @Nullable String nextCursor,
            @Nullable String nextUrl) {}
}
