package io.prorata.bootstrap.option;

/** The port option. */
public final class PortOption {

    private static final int LARGEST = 65_535;

    /** Micronaut's value for any free port. */
    private static final int ANY = -1;

    private PortOption() {}

    /** @throws UsageException if there is no such port */
    public static int read(int stated) {
        if (stated < 0 || stated > LARGEST) {
            throw new UsageException("There is no port " + stated + ": --port takes 0 to " + LARGEST + ".");
        }
        return stated == 0 ? ANY : stated;
    }
}
