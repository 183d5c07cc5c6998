package io.prorata.application.request;

import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import java.util.function.Supplier;

/** Converts errors of the domain's types to refusals. */
public final class BrokenRules {

    private BrokenRules() {}

    /**
     * @param where the value is in the request, as a JSON pointer
     * @throws RefusedException if the rules refuse {@code value}
     */
    public static <T> T at(String where, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw new RefusedException(new Refusal.BrokenRule(where, String.valueOf(e.getMessage())));
        }
    }
}
