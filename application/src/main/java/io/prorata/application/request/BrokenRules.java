package io.prorata.application.request;

import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import java.util.function.Supplier;

/** Says what the domain's types refuse as a refusal of the household. */
public final class BrokenRules {

    private BrokenRules() {}

    /**
     * @param where the value is in what was asked, as a JSON pointer
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
