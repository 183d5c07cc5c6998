package io.prorata.bootstrap.command;

/** How a command ends, for scripts. */
final class ExitCode {

    static final int OK = 0;
    static final int REFUSED = 1;
    static final int USAGE = 2;
    static final int UNAVAILABLE = 3;

    /** Half or more lines of a file were refused, or one of several files was. */
    static final int PARTLY = 4;

    /** {@code EX_SOFTWARE} of sysexits.h. */
    static final int FAULT = 70;

    private ExitCode() {}
}
