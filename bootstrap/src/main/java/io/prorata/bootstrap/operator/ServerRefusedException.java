package io.prorata.bootstrap.operator;

import java.util.List;

/** Thrown where the server answers an operator with a problem; nothing was changed. */
public final class ServerRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient List<String> particulars;

    /**
     * @param status of HTTP
     * @param detail in words for a person
     * @param particulars what is wrong with which part, one line each
     */
    ServerRefusedException(int status, String detail, List<String> particulars) {
        super(detail);
        this.status = status;
        this.particulars = List.copyOf(particulars);
    }

    public int status() {
        return status;
    }

    public List<String> particulars() {
        return particulars;
    }
}
