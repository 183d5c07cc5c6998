package io.prorata.application.request;

import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.freshness.Stamp;
import java.util.List;
import java.util.Optional;

/**
 * The expected state of a thing (If-Match).
 *
 * @param stamps any of these is accepted; empty: any state
 */
public record Precondition(Optional<List<Stamp>> stamps) {

    public static final Precondition WHATEVER = new Precondition(Optional.empty());

    public static Precondition oneOf(List<Stamp> stamps) {
        return new Precondition(Optional.of(stamps));
    }

    /** @throws RefusedException if the thing is in another state */
    public void check(Stamp current) {
        if (stamps.isPresent() && !stamps.get().contains(current)) {
            throw new RefusedException(new Refusal.Overtaken());
        }
    }
}
