package io.prorata.application;

import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.freshness.Stamp;
import java.util.List;
import java.util.Optional;

/**
 * The states of a thing for which a change is meant.
 *
 * @param stamps any of these will do; empty: whatever it is
 */
public record Expected(Optional<List<Stamp>> stamps) {

    public static final Expected WHATEVER = new Expected(Optional.empty());

    public static Expected oneOf(List<Stamp> stamps) {
        return new Expected(Optional.of(stamps));
    }

    /** @throws RefusedException if the thing is in another state than meant: somebody was faster */
    void check(Stamp current) {
        if (stamps.isPresent() && !stamps.get().contains(current)) {
            throw new RefusedException(new Refusal.Overtaken());
        }
    }
}
