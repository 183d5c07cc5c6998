package io.prorata.adapter.web.problem;

import io.micronaut.http.HttpStatus;

/** Limits of bodies. */
public final class BodySize {

    private static final int MIB = 1024 * 1024;

    /** The largest body: a bank file. */
    public static final int LARGEST_FILE_BYTES = 16 * MIB;

    /** The largest request: a bank file in a form. */
    public static final int LARGEST_BYTES = LARGEST_FILE_BYTES + 64 * 1024;

    private BodySize() {}

    /** @throws ProblemException 413 if a bank file has more than {@link #LARGEST_FILE_BYTES} */
    public static byte[] requireFile(byte[] file) {
        if (file.length > LARGEST_FILE_BYTES) {
            throw new ProblemException(ofFile());
        }
        return file;
    }

    /** Returns the refusal of a body above all limits. */
    public static Problem ofFile() {
        return tooLarge("A bank file has at most " + LARGEST_FILE_BYTES + " bytes (" + LARGEST_FILE_BYTES / MIB
                + " MiB), and other bodies less.");
    }

    public static Problem tooLarge(String detail) {
        return Problem.of("body-too-large", "Request body too large", HttpStatus.REQUEST_ENTITY_TOO_LARGE, detail);
    }
}
