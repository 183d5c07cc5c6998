package io.prorata.adapter.bankfile.written;

/** Thrown while one line is read, and caught at its end. */
public final class LineRefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    public LineRefusedException(String reason) {
        // A file may contain many such lines, and the stack trace is not used.
        super(reason, null, false, false);
    }

    /** Returns the reason, for people. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
