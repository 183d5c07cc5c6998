package io.prorata.bootstrap.operator;

/** Thrown if the server answers an operator with a problem; nothing was changed. */
public final class ServerRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient ErrorDetails details;

    /** @param status of HTTP */
    ServerRefusedException(int status, ErrorDetails details) {
        super(details.sentence());
        this.status = status;
        this.details = details;
    }

    public int status() {
        return status;
    }

    public ErrorDetails details() {
        return details;
    }
}
