package io.prorata.adapter.persistence.engine;

import java.util.Objects;

/** Thrown if a database cannot be used as the books; it was not changed. The message says why and what to do. */
public final class UnusableDatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnusableDatabaseException(String message) {
        super(message);
    }

    public UnusableDatabaseException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Returns the message for users; never null. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
