package io.prorata.application.port;

import io.prorata.domain.freshness.ViewScopes;
import java.util.OptionalLong;

/**
 * What a view needs of the books.
 *
 * @param scopes name what it is shown: the facts of their months, the plan if they reach into it. So its stamp covers all it shows
 * @param config a version of the config wanted beside the plan; it never changes, so no scope has to name it
 */
public record Wanted(ViewScopes scopes, OptionalLong config) {

    public static Wanted of(ViewScopes scopes) {
        return new Wanted(scopes, OptionalLong.empty());
    }

    public Wanted withConfig(OptionalLong id) {
        return new Wanted(scopes, id);
    }
}
