package io.prorata.application.port;

import io.prorata.domain.freshness.ViewScopes;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a view needs of the books.
 *
 * @param scopes name what it is shown: the facts of their months, the plan if they reach into it. So its stamp covers all it shows
 * @param config a version of the config wanted beside the plan; the view's scopes have to name the whole plan: it may be removed
 * @param slice transactions wanted, of a month that the scopes name
 * @param categories whether it needs the names of all categories the household has ever used; names are only ever added to them
 * @param extremes whether it shows the smallest and the largest amount of anything; they may be missing from the facts otherwise
 */
public record Wanted(
        ViewScopes scopes, OptionalLong config, Optional<Slice> slice, boolean categories, boolean extremes) {

    public Wanted {
        if (slice.isPresent() && !scopes.ledgers().contains(slice.get().month())) {
            throw new IllegalArgumentException("the scopes do not cover " + slice.get());
        }
    }

    public static Wanted of(ViewScopes scopes) {
        return new Wanted(scopes, OptionalLong.empty(), Optional.empty(), false, true);
    }

    public Wanted withConfig(OptionalLong id) {
        return new Wanted(scopes, id, slice, categories, extremes);
    }

    public Wanted withSlice(Slice wanted) {
        return new Wanted(scopes, config, Optional.of(wanted), categories, extremes);
    }

    public Wanted withCategories() {
        return new Wanted(scopes, config, slice, true, extremes);
    }

    public Wanted withoutExtremes() {
        return new Wanted(scopes, config, slice, categories, false);
    }
}
