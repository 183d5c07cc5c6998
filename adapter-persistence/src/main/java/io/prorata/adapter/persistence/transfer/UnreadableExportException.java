package io.prorata.adapter.persistence.transfer;

import java.util.Objects;

/** Thrown where a document is none of a household, or not a whole one; nothing was made of it. The message says why. */
public final class UnreadableExportException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableExportException(String message) {
        super(message);
    }

    UnreadableExportException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Returns what a person is told; there is always something. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
