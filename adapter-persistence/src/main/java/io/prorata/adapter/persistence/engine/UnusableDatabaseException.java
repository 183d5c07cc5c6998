package io.prorata.adapter.persistence.engine;

import java.util.Objects;

/** Thrown where a file cannot serve as the books; it was left as it is. The message says why and what to do. */
public final class UnusableDatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnusableDatabaseException(String message) {
        super(message);
    }

    public UnusableDatabaseException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Returns what a person is told; there is always something. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
