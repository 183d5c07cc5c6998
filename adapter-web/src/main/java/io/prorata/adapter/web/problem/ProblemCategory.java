package io.prorata.adapter.web.problem;

import io.micronaut.http.HttpStatus;
import java.util.Locale;

/** Who can act on a problem: a label of metrics. */
public enum ProblemCategory {

    /** The request is wrong, or its target does not exist: another request is needed. */
    USER,

    /** The state differs from what the request expects: reading again, or waiting, helps. */
    CONFLICT,

    /** A limit is reached: of size, of rate, of the store. */
    RESOURCES,

    /** A fault of the program. */
    INTERNAL;

    static ProblemCategory of(HttpStatus status) {
        return switch (status) {
            case CONFLICT, PRECONDITION_FAILED, PRECONDITION_REQUIRED -> CONFLICT;
            case REQUEST_ENTITY_TOO_LARGE,
                    REQUEST_URI_TOO_LONG,
                    REQUEST_HEADER_FIELDS_TOO_LARGE,
                    TOO_MANY_REQUESTS,
                    SERVICE_UNAVAILABLE,
                    INSUFFICIENT_STORAGE -> RESOURCES;
            default -> status.getCode() < 500 ? USER : INTERNAL;
        };
    }

    /** Returns the name in metrics. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
