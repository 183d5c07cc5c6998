package io.prorata.bootstrap.operator;

/** Thrown where the server answers an operator with a problem; nothing was changed. */
public final class ServerRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Particulars particulars;

    /** @param status of HTTP */
    ServerRefusedException(int status, Particulars particulars) {
        super(particulars.sentence());
        this.status = status;
        this.particulars = particulars;
    }

    public int status() {
        return status;
    }

    public Particulars particulars() {
        return particulars;
    }
}
