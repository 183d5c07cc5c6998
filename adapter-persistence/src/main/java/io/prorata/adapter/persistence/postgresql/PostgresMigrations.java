package io.prorata.adapter.persistence.postgresql;

import io.prorata.adapter.persistence.digest.StoredDigests;
import io.prorata.adapter.persistence.engine.UnusableDatabaseException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalInt;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** Brings a PostgreSQL database to the newest version with Flyway, which keeps nodes that start together apart. */
final class PostgresMigrations {

    /** The version of the last script; the same number has the same meaning for SQLite. */
    static final int NEWEST = 21;

    private static final String SCRIPTS = "classpath:db/migration/postgresql";

    private PostgresMigrations() {}

    /**
     * Applies what is missing, if anything is.
     *
     * @throws UnusableDatabaseException if the database is not ours, of a newer version, or the role is not right for it
     */
    static void apply(DataSource source, String shown) throws SQLException {
        requireRole(source, shown);
        OptionalInt version = versionOf(source);
        if (version.isPresent() && version.getAsInt() > NEWEST) {
            throw new UnusableDatabaseException(shown + " was written by a newer Prorata (its version is "
                    + version.getAsInt() + ", this program knows " + NEWEST
                    + "). Use that one; the database was left as it is.");
        }
        if (version.isEmpty() || version.getAsInt() < NEWEST) {
            try {
                flyway(source).migrate();
            } catch (FlywayException e) {
                throw new UnusableDatabaseException(
                        shown + " could not be brought to version " + NEWEST + ": " + e.getMessage(), e);
            }
        }
        completeDigests(source);
    }

    /** Looks each time: the node that migrated may have been stopped before it was done. */
    private static void completeDigests(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            DSLContext sql = DSL.using(connection, SQLDialect.POSTGRES);
            if (!StoredDigests.isComplete(sql, NEWEST)) {
                StoredDigests.complete(sql, NEWEST);
            }
            connection.commit();
        }
    }

    /** @throws UnusableDatabaseException if the database is of another version, which only its primary can change */
    static void requireNewest(DataSource source, String shown) throws SQLException {
        OptionalInt version = versionOf(source);
        if (version.isEmpty() || version.getAsInt() != NEWEST) {
            throw new UnusableDatabaseException(shown + " is no replica of this program's books: its version is "
                    + (version.isPresent() ? Integer.toString(version.getAsInt()) : "none") + " and has to be " + NEWEST
                    + ".");
        }
    }

    static Flyway flyway(DataSource source) {
        return Flyway.configure(PostgresMigrations.class.getClassLoader())
                .dataSource(source)
                .locations(SCRIPTS)
                .placeholderReplacement(false)
                .load();
    }

    /** Returns the version of the database, none if it holds nothing of ours yet. */
    static OptionalInt versionOf(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            try (ResultSet history =
                    statement.executeQuery("SELECT to_regclass('flyway_schema_history') IS NOT NULL")) {
                history.next();
                if (!history.getBoolean(1)) {
                    return OptionalInt.empty();
                }
            }
            try (ResultSet newest = statement.executeQuery(
                    "SELECT max(version::int) FROM flyway_schema_history WHERE success AND version IS NOT NULL")) {
                newest.next();
                int version = newest.getInt(1);
                return newest.wasNull() ? OptionalInt.empty() : OptionalInt.of(version);
            }
        }
    }

    private static void requireRole(DataSource source, String shown) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet role = statement.executeQuery(
                        "SELECT current_user, rolsuper, has_schema_privilege(current_schema(), 'CREATE'),"
                                + " current_setting('server_version_num')::int"
                                + " FROM pg_roles WHERE rolname = current_user")) {
            role.next();
            String name = role.getString(1);
            if (role.getBoolean(2)) {
                throw new UnusableDatabaseException("The role " + name + " of " + shown
                        + " is a superuser, which may do too much. Use a role that owns this database alone.");
            }
            if (!role.getBoolean(3)) {
                throw new UnusableDatabaseException("The role " + name + " of " + shown
                        + " may not create tables in its schema. Use a role that owns this database.");
            }
            if (role.getInt(4) < OLDEST_SERVER) {
                throw new UnusableDatabaseException(shown + " is an older PostgreSQL than 17. Use 17 or later.");
            }
        }
    }

    private static final int OLDEST_SERVER = 170_000;
}
