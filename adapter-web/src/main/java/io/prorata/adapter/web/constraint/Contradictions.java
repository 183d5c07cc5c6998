package io.prorata.adapter.web.constraint;

import io.prorata.application.request.JsonPointer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The contradictions between fields of a body, each with its place and reason. */
public final class Contradictions {

    private final Map<String, String> byPlace = new LinkedHashMap<>();

    /**
     * Adds a contradiction.
     *
     * @param path its names in JSON; none for the body as a whole
     */
    public void at(String reason, String... path) {
        byPlace.putIfAbsent(JsonPointer.of(path), reason);
    }

    /** Creates a value of the domain, and adds the error of its rules. */
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
