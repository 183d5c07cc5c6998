package io.prorata.application.request;

import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import java.util.function.Supplier;

/** Gives refusals of a part of a request their places in the whole request. */
public final class BrokenRules {

    private BrokenRules() {}

    /**
     * Returns {@code value}, which is made of a part of a request.
     *
     * @param where the part is in the request, as a JSON pointer, or the name of a parameter
     * @throws RefusedException if the rules of the domain's types refuse it, or it is refused: then with the place in the request
     */
    public static <T> T at(String where, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw new RefusedException(new Refusal.BrokenRule(where, String.valueOf(e.getMessage())));
        } catch (RefusedException e) {
            throw new RefusedException(e.refusal().within(where));
        }
    }

    /**
     * Checks a part of a request.
     *
     * @param where the part is in the request, as a JSON pointer
     * @throws RefusedException as {@code check} does, with the place in the request
     */
    public static void check(String where, Runnable check) {
        at(where, () -> {
            check.run();
            return where;
        });
    }
}
