package io.prorata.bootstrap.operator;

/** Thrown where the server that owns the books does not answer, or not as it should. */
public final class ServerSilentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ServerSilentException(String message, Throwable cause) {
        super(message, cause);
    }
}
