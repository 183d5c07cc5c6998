package io.prorata.bootstrap.server;

/** Thrown if a server cannot start. */
public final class CannotServeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotServeException(String message, Throwable cause) {
        super(message, cause);
    }
}
