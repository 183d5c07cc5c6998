package io.prorata.adapter.persistence.sqlite;

import io.prorata.adapter.persistence.digest.StoredDigests;
import io.prorata.adapter.persistence.engine.UnusableDatabaseException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * Brings a database to the newest version with Flyway, which runs each script in a transaction of its own. {@code user_version} repeats
 * the version, so that a database which is up to date is opened without Flyway, and an older program refuses a newer one. Databases of
 * before Flyway have only {@code user_version}, and are taken over by it.
 */
final class Migrations {

    /** The version of the last script. Scripts that have been released are never edited. */
    static final int NEWEST = 21;

    private static final String SCRIPTS = "classpath:db/migration/sqlite";

    /** "PRO\1": marks a SQLite file as ours. */
    static final int APPLICATION_ID = 0x50524F01;

    private static final byte[] HEADER = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    private Migrations() {}

    /**
     * Returns the version of the database in {@code file}, zero for a file that is not there or a database that holds nothing yet.
     *
     * @throws UnusableDatabaseException if it is no database of ours, or of a newer version; it is left as it is
     */
    static int versionOf(Path file) {
        try {
            if (!Files.exists(file)) {
                requireNothingLeft(file);
                return 0;
            }
            if (!Files.isRegularFile(file)) {
                throw new UnusableDatabaseException(file + " is no file. Name a file for the database.");
            }
            requireSqlite(file);
            try (Connection connection = Pragmas.asItIs(file)) {
                long application = Pragmas.number(connection, "application_id");
                long version = Pragmas.number(connection, "user_version");
                if (application == 0 && version == 0 && isBlank(connection)) {
                    // Its first owner was stopped before the first script was through.
                    return 0;
                }
                if (application != APPLICATION_ID) {
                    throw new UnusableDatabaseException(
                            file + " is a database of another program. It was left as it is; name another file.");
                }
                if (version > NEWEST) {
                    throw new UnusableDatabaseException(file + " was written by a newer Prorata (its version is "
                            + version + ", this program knows " + NEWEST
                            + "). Use that one; the file was left as it is.");
                }
                return Math.toIntExact(version);
            }
        } catch (IOException e) {
            throw new UnusableDatabaseException("Cannot read " + file + ": " + OwnerOnly.reason(e) + ".", e);
        } catch (SQLException e) {
            throw new UnusableDatabaseException(
                    file + " cannot be read as a database: " + e.getMessage() + ". It was left as it is.", e);
        }
    }

    /** Makes a database that is not there, and a copy of one that is about to be migrated. */
    static void prepare(Path file, int version) throws IOException, SQLException {
        if (!Files.exists(file)) {
            BlankDatabase.create(file);
        } else if (version > 0 && version < NEWEST) {
            Backup.backup(file, DatabaseLock.beside(file, ".before-v" + NEWEST));
        }
    }

    /**
     * Applies what is missing.
     *
     * @throws UnusableDatabaseException if a script fails; what the scripts before it did stays
     */
    static void apply(Path file, int version) throws SQLException {
        if (version == NEWEST) {
            return;
        }
        try (Connection connection = Pragmas.writing(file)) {
            // First, so that a database whose first owner was stopped on the way is known as ours.
            Pragmas.execute(connection, "PRAGMA application_id=" + APPLICATION_ID);
        }
        try {
            flyway(file, version).migrate();
        } catch (FlywayException e) {
            throw new UnusableDatabaseException(
                    file + " could not be brought to version " + NEWEST + ": " + e.getMessage(), e);
        }
        try (Connection connection = Pragmas.writing(file)) {
            Pragmas.execute(connection, "BEGIN IMMEDIATE");
            StoredDigests.complete(DSL.using(connection, SQLDialect.SQLITE), NEWEST);
            Pragmas.execute(connection, "COMMIT");
            // Last: until then, the next owner does it again.
            Pragmas.execute(connection, "PRAGMA user_version=" + NEWEST);
        }
    }

    /** @param version that the database has by {@code user_version}, from which Flyway goes on */
    static Flyway flyway(Path file, int version) {
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(Pragmas.source(file))
                .locations(SCRIPTS)
                .baselineOnMigrate(version > 0)
                .baselineVersion(Integer.toString(Math.max(version, 1)))
                .placeholderReplacement(false)
                .load();
    }

    /** Revisions of another history must not be taken for those of this one. */
    static void renewEpoch(Connection connection) throws SQLException {
        Pragmas.execute(connection, "UPDATE book SET epoch = lower(hex(randomblob(8)))");
    }

    private static boolean isBlank(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet anything = statement.executeQuery("SELECT 1 FROM sqlite_schema LIMIT 1")) {
            return !anything.next();
        }
    }

    /** SQLite would remove what is left of a database when it makes a new one of that name. */
    private static void requireNothingLeft(Path file) {
        for (String suffix : List.of("-wal", "-journal")) {
            Path left = DatabaseLock.beside(file, suffix);
            if (Files.exists(left)) {
                throw new UnusableDatabaseException("There is no database in " + file + ", but " + left
                        + " is there and may hold the last writes of one. Put the database back beside it, or"
                        + " move that file away.");
            }
        }
    }

    private static void requireSqlite(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            if (!Arrays.equals(in.readNBytes(HEADER.length), HEADER)) {
                throw new UnusableDatabaseException(file + " is no database. It was left as it is; name another file.");
            }
        }
    }
}
