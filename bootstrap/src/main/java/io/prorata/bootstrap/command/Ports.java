package io.prorata.bootstrap.command;

/** How a port is stated. */
final class Ports {

    private static final int LARGEST = 65_535;

    /** Micronaut's word for any that is free. */
    private static final int ANY = -1;

    private Ports() {}

    /** @throws UsageException if there is no such port */
    static int read(int stated) {
        if (stated < 0 || stated > LARGEST) {
            throw new UsageException("There is no port " + stated + ": --port takes 0 to " + LARGEST + ".");
        }
        return stated == 0 ? ANY : stated;
    }
}
