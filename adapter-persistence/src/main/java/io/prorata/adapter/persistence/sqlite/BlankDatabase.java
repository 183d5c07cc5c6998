package io.prorata.adapter.persistence.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** Creates an empty database. A file of length 0 is never created, because that may be the remains of a database. */
final class BlankDatabase {

    private BlankDatabase() {}

    /** Creates it in the new file {@code file}, which its owner alone can read, completely or not at all. */
    static void create(Path file) throws IOException, SQLException {
        Path written =
                DatabaseLock.beside(file, ".new-" + ProcessHandle.current().pid());
        try {
            OwnerOnly.createFile(written);
            try (Connection connection = Pragmas.unset(written)) {
                // The first write makes the file a database.
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
