package io.prorata.bootstrap.server;

/** Thrown where a server cannot begin to answer. */
public final class CannotServeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotServeException(String message, Throwable cause) {
        super(message, cause);
    }
}
