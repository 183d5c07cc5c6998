package io.prorata.adapter.persistence.transfer;

import java.util.Objects;

/** Thrown if a document is no complete household; nothing was created. The message says why. */
public final class UnreadableExportException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableExportException(String message) {
        super(message);
    }

    UnreadableExportException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Returns the message for users; never null. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
