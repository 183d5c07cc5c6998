package io.prorata.adapter.persistence.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** A database that holds nothing yet: never a file of no length, which may be all that is left of somebody's books. */
final class BlankDatabase {

    private BlankDatabase() {}

    /** Makes it in the new file {@code file}, which its owner alone can read; whole or not at all. */
    static void create(Path file) throws IOException, SQLException {
        Path written =
                DatabaseLock.beside(file, ".new-" + ProcessHandle.current().pid());
        try {
            OwnerOnly.createFile(written);
            try (Connection connection = Pragmas.unset(written)) {
                // The first thing that is written makes the file a database.
                Pragmas.execute(connection, "PRAGMA journal_mode=MEMORY");
                Pragmas.execute(connection, "PRAGMA synchronous=OFF");
                Pragmas.execute(connection, "VACUUM");
            }
            Backup.force(written);
            Backup.putInPlace(written, file);
        } finally {
            Backup.discard(written);
        }
    }
}
