package io.prorata.bootstrap.operator;

import io.prorata.adapter.persistence.sqlite.DatabaseLock;
import java.nio.file.Path;
import java.time.Clock;

/** Finds the way to the books. */
public final class Operators {

    private Operators() {}

    /** Returns an operator over {@code database}: through the server that owns it, or on the file itself if none does. */
    public static Operator over(Path database, Clock clock) {
        return DatabaseLock.announced(database)
                .map(OwnerFile::of)
                .<Operator>map(RemoteOperator::new)
                .orElseGet(() -> new LocalOperator(database, clock));
    }
}
