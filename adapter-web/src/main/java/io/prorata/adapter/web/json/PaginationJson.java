package io.prorata.adapter.web.json;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * Where a page is in its list.
 *
 * @param offset absent where the page was asked for by its cursor
 * @param total the items of all pages; absent where they were not counted
 * @param nextUrl the page that follows
 */
@Serdeable.Serializable
public record PaginationJson(
        int limit,
        @Nullable Long offset,
        @Nullable Long total,
        boolean hasMore,
        @Nullable String nextCursor,
        @Nullable String nextUrl) {}
