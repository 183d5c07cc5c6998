package io.prorata.application.port;

import io.prorata.domain.freshness.ViewScopes;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a view needs of the books.
 *
 * @param scopes name what it is shown: the facts of their months, the plan if they reach into it. So its stamp covers all it shows
 * @param config a version of the config wanted beside the plan; it never changes, so no scope has to name it
 * @param slice transactions wanted, of a month that the scopes name
 * @param categories whether it needs the names of all categories the household has ever used; names are only ever added to them
 * @param extremes whether it shows the smallest and the largest amount of anything; they may be missing from the facts otherwise
 * @param fromRows whether nothing may be used that is kept beside the rows, such as totals or a plan in memory
 */
public record Wanted(
        ViewScopes scopes,
        OptionalLong config,
        Optional<Slice> slice,
        boolean categories,
        boolean extremes,
        boolean fromRows) {

    public Wanted {
        if (slice.isPresent() && !scopes.ledgers().contains(slice.get().month())) {
            throw new IllegalArgumentException("the scopes do not cover " + slice.get());
        }
    }

    public static Wanted of(ViewScopes scopes) {
        return new Wanted(scopes, OptionalLong.empty(), Optional.empty(), false, true, false);
    }

    public Wanted withConfig(OptionalLong id) {
        return new Wanted(scopes, id, slice, categories, extremes, fromRows);
    }

    public Wanted withSlice(Slice wanted) {
        return new Wanted(scopes, config, Optional.of(wanted), categories, extremes, fromRows);
    }

    public Wanted withCategories() {
        return new Wanted(scopes, config, slice, true, extremes, fromRows);
    }

    public Wanted withoutExtremes() {
        return new Wanted(scopes, config, slice, categories, false, fromRows);
    }

    /** Wants the same, from the rows alone. */
    public Wanted onlyFromRows() {
        return new Wanted(scopes, config, slice, categories, extremes, true);
    }
}
