package io.prorata.application.view;

import io.prorata.domain.freshness.ViewScopes;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a view needs of the books.
 *
 * @param scopes name what it is shown: the facts of their months, the plan if they reach into it. So its stamp covers all it shows
 * @param config a version of the config wanted beside the plan; it never changes, so no scope has to name it
 * @param page transactions wanted, of a month that the scopes name
 * @param categories whether it needs the names of all categories the household has ever used; names are only ever added to them
 * @param extremes whether it shows the smallest and the largest amount of anything; they may be missing from the facts otherwise
 */
public record SnapshotRequest(
        ViewScopes scopes, OptionalLong config, Optional<PageRequest> page, boolean categories, boolean extremes) {

    public SnapshotRequest {
        if (page.isPresent() && !scopes.ledgers().contains(page.get().month())) {
            throw new IllegalArgumentException("the scopes do not cover " + page.get());
        }
    }

    public static SnapshotRequest of(ViewScopes scopes) {
        return new SnapshotRequest(scopes, OptionalLong.empty(), Optional.empty(), false, true);
    }

    public SnapshotRequest withConfig(OptionalLong id) {
        return new SnapshotRequest(scopes, id, page, categories, extremes);
    }

    public SnapshotRequest withPage(PageRequest wanted) {
        return new SnapshotRequest(scopes, config, Optional.of(wanted), categories, extremes);
    }

    public SnapshotRequest withCategories() {
        return new SnapshotRequest(scopes, config, page, true, extremes);
    }

    public SnapshotRequest withoutExtremes() {
        return new SnapshotRequest(scopes, config, page, categories, false);
    }
}
