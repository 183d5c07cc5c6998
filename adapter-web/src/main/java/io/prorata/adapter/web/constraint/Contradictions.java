package io.prorata.adapter.web.constraint;

import io.prorata.adapter.web.json.JsonPointer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The places of a body that do not go with the others, each with the reason. */
public final class Contradictions {

    private final Map<String, String> byPlace = new LinkedHashMap<>();

    /**
     * Says that something is wrong beside the rest.
     *
     * @param path the names that lead to it in JSON; none for the body as a whole
     */
    public void at(String reason, String... path) {
        byPlace.putIfAbsent(JsonPointer.of(path), reason);
    }

    /** Makes a value of the domain by its own rules, and says what they refuse. */
    public void making(Supplier<?> value, String... path) {
        try {
            var _ = value.get();
        } catch (IllegalArgumentException | ArithmeticException e) {
            at(String.valueOf(e.getMessage()), path);
        }
    }

    Map<String, String> byPlace() {
        return byPlace;
    }
}
