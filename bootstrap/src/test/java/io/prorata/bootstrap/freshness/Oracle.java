package io.prorata.bootstrap.freshness;

import io.prorata.application.Examples;
import io.prorata.application.memory.InMemoryBooks;
import io.prorata.application.port.Renderer;
import io.prorata.application.query.ViewQuery;
import io.prorata.domain.RefusedException;
import io.prorata.domain.household.HouseholdId;
import java.util.SplittableRandom;

/**
 * Knows what one household's views have to be: its writes are told again to books in memory, and each view is computed from those. It shares
 * no tier, no stamp, no database and no query with what it judges; the rules of the household and the writing down of views it does.
 */
final class Oracle {

    private final InMemoryBooks books = new InMemoryBooks(AnyAction.CLOCK, new SplittableRandom(1));
    private final Renderer renderer;
    private final HouseholdId household;
    private long revision;

    Oracle(HouseholdId household, Renderer renderer) {
        this.household = household;
        this.renderer = renderer;
        // Ids count from 1, and are part of what is shown.
        for (long id = 1; id <= household.value(); id++) {
            Examples.found(books);
        }
        revision = 1;
    }

    /**
     * Tells one write again.
     *
     * @return whether it made exactly {@code made}, the one after the last
     */
    boolean tell(Action action, long made) {
        revision++;
        try {
            return new Noted(books).made(action, household) == made && made == revision;
        } catch (RefusedException e) {
            return false;
        }
    }

    long revision() {
        return revision;
    }

    /** Returns the hash of what {@code query} has to be now. */
    long body(ViewQuery query) {
        try {
            return Bodies.hash(renderer.render(query.answer(books.take(household, query.request())))
                    .bytes());
        } catch (RefusedException e) {
            return Bodies.hash(e.refusal());
        }
    }
}
