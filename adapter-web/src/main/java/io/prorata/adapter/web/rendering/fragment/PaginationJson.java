package io.prorata.adapter.web.rendering.fragment;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.application.query.Page;
import java.util.OptionalLong;
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
        @Nullable String nextUrl) {

    /** @param list the address of the list, without a page */
    public static PaginationJson of(Page<?> page, String list) {
        OptionalLong offset = page.offset();
        String byCursor = page.next()
                .map(cursor -> Links.page(list, page.limit(), cursor))
                .orElse(null);
        String byOffset = page.hasMore() && offset.isPresent()
                ? Links.page(
                        list, page.limit(), offset.getAsLong() + page.items().size())
                : null;
        return new PaginationJson(
                page.limit(),
                offset.isPresent() ? offset.getAsLong() : null,
                page.total(),
                page.hasMore(),
                page.next().orElse(null),
                byCursor == null ? byOffset : byCursor);
    }
}
