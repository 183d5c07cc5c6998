package io.prorata.adapter.persistence.codegen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.meta.sqlite.SQLiteDatabase;

/**
 * A SQLite database in memory with all migrations applied, for the code generator to read.
 *
 * <p>jOOQ's own parser of scripts fails on triggers, so SQLite runs them.
 */
public final class MigratedSqlite extends SQLiteDatabase {

    @Override
    protected DSLContext create0() {
        try {
            var connection = DriverManager.getConnection("jdbc:sqlite::memory:");
            try (Statement statement = connection.createStatement()) {
                for (Path script : scripts()) {
                    statement.executeUpdate(Files.readString(script));
                }
            }
            return DSL.using(connection, SQLDialect.SQLITE);
        } catch (SQLException e) {
            throw new IllegalStateException("a migration does not run", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of a script, whose name begins with V and its version. */
    private static int version(Path script) {
        String name = script.getFileName().toString();
        return Integer.parseInt(name.substring(1, name.indexOf("__")));
    }

    private List<Path> scripts() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(getBasedir(), "src/main/resources/db/migration/sqlite"))) {
            return files.sorted(Comparator.comparingInt(MigratedSqlite::version))
                    .toList();
        }
    }
}
