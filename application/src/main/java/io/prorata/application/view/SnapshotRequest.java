package io.prorata.application.view;

import io.prorata.domain.freshness.ViewScopes;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a view needs of the books.
 *
 * @param scopes name what it is shown: the facts of their months, the plan if they reach into it. So its stamp covers all it shows
 * @param config a version of the config wanted beside the plan; the view's scopes have to name the whole plan: it may be removed
 * @param page transactions wanted, of a month that the scopes name
 * @param categories whether it needs the names of all categories the household has ever used; names are only ever added to them
 * @param extremes whether it shows the smallest and the largest amount of anything; they may be missing from the facts otherwise
 * @param monthTotals whether kept totals of months may be used
 * @param fromRows whether nothing may be used that is kept beside the rows, such as totals or a plan in memory
 */
public record SnapshotRequest(
        ViewScopes scopes,
        OptionalLong config,
        Optional<PageRequest> page,
        boolean categories,
        boolean extremes,
        boolean monthTotals,
        boolean fromRows) {

    public SnapshotRequest {
        if (page.isPresent() && !scopes.ledgers().contains(page.get().month())) {
            throw new IllegalArgumentException("the scopes do not cover " + page.get());
        }
    }

    public static SnapshotRequest of(ViewScopes scopes) {
        return new SnapshotRequest(scopes, OptionalLong.empty(), Optional.empty(), false, true, true, false);
    }

    public SnapshotRequest withConfig(OptionalLong id) {
        return new SnapshotRequest(scopes, id, page, categories, extremes, monthTotals, fromRows);
    }

    public SnapshotRequest withPage(PageRequest wanted) {
        return new SnapshotRequest(scopes, config, Optional.of(wanted), categories, extremes, monthTotals, fromRows);
    }

    public SnapshotRequest withCategories() {
        return new SnapshotRequest(scopes, config, page, true, extremes, monthTotals, fromRows);
    }

    public SnapshotRequest withoutExtremes() {
        return new SnapshotRequest(scopes, config, page, categories, false, monthTotals, fromRows);
    }

    /** Wants the same, with each month added up from its rows. */
    public SnapshotRequest withoutMonthTotals() {
        return new SnapshotRequest(scopes, config, page, categories, extremes, false, fromRows);
    }

    /** Wants the same, from the rows alone. */
    public SnapshotRequest onlyFromRows() {
        return new SnapshotRequest(scopes, config, page, categories, extremes, false, true);
    }
}
