package io.prorata.bootstrap.option;

/** Thrown where a command cannot do what it was told, for what it was told. */
public final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UsageException(String message) {
        super(message);
    }

    public UsageException(String message, Throwable cause) {
        super(message, cause);
    }
}
