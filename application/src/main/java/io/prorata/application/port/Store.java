package io.prorata.application.port;

import java.util.Optional;

/** What keeps the books, as those see it who keep it running: never what is in it. */
public interface Store {

    /**
     * What the store has done since it was opened, and how it is now. Durations are in microseconds.
     *
     * @param statements that were run; the ends of transactions are none
     * @param statementMicros that they took, with reading what they found
     * @param commits writes that were kept
     * @param commitMicros that it took to make them outlast a power cut
     * @param turns writes that had their turn
     * @param turnMicros that they waited for it
     * @param waiting writes that wait for their turn now
     * @param readers how many may read at the same time
     * @param freeReaders how many more could begin now
     * @param fileBytes the size of the books
     * @param walBytes the size of what was written since and is still beside them
     * @param auditRows all changes that the audit tells of
     */
    record Load(
            long statements,
            long statementMicros,
            long commits,
            long commitMicros,
            long turns,
            long turnMicros,
            int waiting,
            int readers,
            int freeReaders,
            long fileBytes,
            long walBytes,
            long auditRows) {}

    /** Returns why the books cannot be written to now, as far as that is known; empty if they can. Nobody waits for writes of others. */
    Optional<StoreUnavailableException.Reason> fault();

    /** Returns what it is under. Asking is a statement, too. */
    Load load();
}
