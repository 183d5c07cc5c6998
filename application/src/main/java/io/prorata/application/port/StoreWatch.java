package io.prorata.application.port;

/**
 * Is told by the store what it does, on the thread that asked for it: so that what a request costs is known where the request is. It is
 * quick, and never throws.
 */
public interface StoreWatch {

    /** A statement was run, or a commit, and took so long. */
    void took(Work work, long nanos);

    /** What the store is asked to do. */
    enum Work {
        STATEMENT,
        /** The end of a write, until it would outlast a power cut. */
        COMMIT,
        /** Waiting for other writes to end. */
        TURN
    }
}
