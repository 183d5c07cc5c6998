package io.prorata.application;

import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import java.util.function.Supplier;

/** Says what the domain's types refuse as a refusal of the household. */
final class Ruled {

    private Ruled() {}

    /**
     * @param where the value is in what was asked, as a JSON pointer
     * @throws RefusedException if the rules refuse {@code value}
     */
    static <T> T at(String where, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw new RefusedException(new Refusal.BrokenRule(where, String.valueOf(e.getMessage())));
        }
    }
}
