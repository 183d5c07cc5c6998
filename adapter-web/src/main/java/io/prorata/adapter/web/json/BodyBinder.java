package io.prorata.adapter.web.json;

import io.micronaut.validation.validator.Validator;
import io.prorata.adapter.web.problem.ProblemException;
import io.prorata.application.request.JsonPointer;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Binds the JSON of a request to its body type, and reports all errors. */
@Singleton
public final class BodyBinder {

    private final Validator validator;

    BodyBinder(Validator validator) {
        this.validator = validator;
    }

    /**
     * Binds {@code document} to {@code type}; the caller checks the constraints.
     *
     * @throws ProblemException 400 with all errors if any part cannot be read
     */
    <T> T bound(Json document, Class<T> type) {
        return bound(document, type, Set.of(), false);
    }

    /**
     * As {@link #bound}, and checked.
     *
     * @throws ProblemException also 422 if all parts can be read, with all errors of the rules
     */
    <T> T valid(Json document, Class<T> type, Set<String> takenAway) {
        return bound(document, type, takenAway, true);
    }

    /**
     * Binds and checks a part of a body, as if it were the whole body of a request.
     *
     * @throws ProblemException with all errors, at their places in the part
     */
    public <T extends Record> T part(RawJson part, Class<T> type) {
        return valid(part.json(), type, Set.of());
    }

    /** Returns a part of a body as a merge patch of a {@code T}. */
    public <T extends Record> MergePatch<T> patch(RawJson part) {
        return new MergePatch<>(part.json(), this);
    }

    private <T> T bound(Json document, Class<T> type, Set<String> takenAway, boolean checked) {
        var faults = new Faults();
        @Nullable T body = type.cast(new RecordBinder(faults, takenAway).bind(document, type, ""));
        if (body != null && (checked || !faults.isEmpty())) {
            addTo(faults, validator.validate(body), 0);
        }
        if (!faults.isEmpty()) {
            throw faults.in(document);
        }
        return Objects.requireNonNull(body);
    }

    /** @param outer the nodes of a path that lead to the body */
    static void addTo(Faults faults, Set<? extends ConstraintViolation<?>> violations, int outer) {
        violations.forEach(
                violation -> faults.refused(pointer(violation.getPropertyPath(), outer), violation.getMessage()));
    }

    private static String pointer(Path path, int outer) {
        String pointer = "";
        int place = 0;
        for (Path.Node node : path) {
            if (place++ < outer) {
                continue;
            }
            if (node.getIndex() != null) {
                pointer += "/" + node.getIndex();
            } else if (node.getKey() != null) {
                pointer = JsonPointer.at(pointer, node.getKey().toString());
            }
            String name = node.getName();
            if (name != null && !name.isEmpty() && !name.startsWith("<")) {
                // A field named by the body itself is a pointer already.
                pointer = name.startsWith("/") ? pointer + name : JsonPointer.at(pointer, RecordShape.jsonName(name));
            }
        }
        return pointer;
    }
}
