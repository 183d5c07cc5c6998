package io.prorata.bootstrap.operator;

/** Thrown if the server that owns the books does not answer, or gives an invalid answer. */
public final class ServerSilentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ServerSilentException(String message, Throwable cause) {
        super(message, cause);
    }
}
