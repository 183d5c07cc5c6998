package io.prorata.adapter.bankfile.written;

/** Thrown inside the reading of one line, and caught where the line ends. */
public final class LineRefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    public LineRefusedException(String reason) {
        // A file may hold many such lines, and nobody looks at the stack.
        super(reason, null, false, false);
    }

    /** Returns why, for a person. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
