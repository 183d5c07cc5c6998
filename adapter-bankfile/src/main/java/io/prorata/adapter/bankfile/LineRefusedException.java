package io.prorata.adapter.bankfile;

/** Thrown inside the reading of one line, and caught where the line ends. */
final class LineRefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    LineRefusedException(String reason) {
        // A file may hold many such lines, and nobody looks at the stack.
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
