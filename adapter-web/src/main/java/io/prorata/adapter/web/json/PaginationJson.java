package io.prorata.adapter.web.json;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * The position of a page in its list.
 *
 * @param offset the number of items before the page; absent if the page was requested by cursor
 * @param total the number of items on all pages; absent if they were not counted
 * @param nextUrl the address of the next page
 */
@Serdeable.Serializable
public record PaginationJson(
        int limit,
        @Nullable Long offset,
        @Nullable Long total,
        boolean hasMore,
        @Nullable String nextCursor,
        @Nullable String nextUrl) {}
