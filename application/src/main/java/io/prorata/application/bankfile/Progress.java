package io.prorata.application.bankfile;

/** Hears how far the reading of a file has come. */
@FunctionalInterface
public interface Progress {

    Progress NONE = (done, of) -> {};

    /** {@code done} of all {@code of} data lines are read. */
    void at(int done, int of);
}
