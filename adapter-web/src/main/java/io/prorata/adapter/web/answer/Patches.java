package io.prorata.adapter.web.answer;

import io.micronaut.http.HttpRequest;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.request.Precondition;
import io.prorata.application.request.ReadResult;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import java.util.List;
import java.util.function.Supplier;

/** Carries out a merge patch: it is applied to the current thing, and the outcome replaces it if the thing has not changed meanwhile. */
public final class Patches {

    /** The maximum number of attempts of a patch with {@code If-Match: *}. */
    private static final int MOST_TRIES = 5;

    private Patches() {}

    /** Writes the outcome of a patch. */
    public interface Write<T, R> {
        /** @param read the state in which {@code thing} was read */
        Committed<R> of(T thing, Precondition read);
    }

    /**
     * Applies a patch.
     *
     * @param current reads the current thing
     * @throws RefusedException if it is not in the expected state, or was changed meanwhile
     */
    public static <T, R> Committed<R> applied(
            HttpRequest<?> request, Supplier<ReadResult<T>> current, Write<T, R> write) {
        return applied(Preconditions.expected(request), current, write);
    }

    /** As {@link #applied(HttpRequest, Supplier, Write)}, for a thing that is expected in a state. */
    public static <T, R> Committed<R> applied(
            Precondition expected, Supplier<ReadResult<T>> current, Write<T, R> write) {
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
