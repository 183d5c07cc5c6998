package io.prorata.bootstrap.command;

/** Thrown where a command cannot do what it was told, for what it was told. */
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }

    UsageException(String message, Throwable cause) {
        super(message, cause);
    }
}
