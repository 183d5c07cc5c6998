package io.prorata.application.port;

/**
 * Receives the work of the store on the thread of the caller, so that the cost of a request is known. Implementations are fast and never
 * throw.
 */
public interface StoreWatch {

    /** Called after a statement or a commit, with its duration. */
    void took(Work work, long nanos);

    /** The kinds of work. */
    enum Work {
        STATEMENT,
        /** A commit, until it is durable. */
        COMMIT,
        /** Waiting for other writes to end. */
        TURN
    }
}
