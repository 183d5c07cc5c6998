package io.prorata.adapter.web.answer;

import io.micronaut.http.HttpRequest;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.request.Precondition;
import io.prorata.application.request.ReadResult;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import java.util.List;
import java.util.function.Supplier;

/** Carries out a merge patch: it is applied to the thing as it is, and the outcome takes its place if the thing is still so. */
public final class Patches {

    /** Whoever patches whatever is there ({@code If-Match: *}) is overtaken at most so often. */
    private static final int MOST_TRIES = 5;

    private Patches() {}

    /** Writes what a patch makes of a thing. */
    public interface Write<T, R> {
        /** @param read the state that {@code thing} was read in */
        Committed<R> of(T thing, Precondition read);
    }

    /**
     * Applies a patch.
     *
     * @param current reads the thing as it is
     * @throws RefusedException if it is not in the state that the request means, or was changed meanwhile
     */
    public static <T, R> Committed<R> applied(HttpRequest<?> request, Supplier<ReadResult<T>> current, Write<T, R> write) {
        Precondition expected = Preconditions.expected(request);
        for (int tries = 1; ; tries++) {
            ReadResult<T> shown = current.get();
            expected.check(shown.stamp());
            try {
                return write.of(shown.thing(), Precondition.oneOf(List.of(shown.stamp())));
            } catch (RefusedException e) {
                boolean again = e.refusal() instanceof Refusal.Overtaken && expected.equals(Precondition.WHATEVER);
                if (!again || tries == MOST_TRIES) {
                    throw e;
                }
            }
        }
    }
}
