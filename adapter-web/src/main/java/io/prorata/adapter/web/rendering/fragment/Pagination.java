package io.prorata.adapter.web.rendering.fragment;

import io.prorata.adapter.web.json.PaginationJson;
import io.prorata.application.query.Page;
import java.util.OptionalLong;

/** Says where a page of a view is in its list. */
public final class Pagination {

    private Pagination() {}

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
