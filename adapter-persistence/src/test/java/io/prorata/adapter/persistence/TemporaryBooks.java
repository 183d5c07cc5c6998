package io.prorata.adapter.persistence;

import static io.prorata.application.Examples.NOON;

import io.prorata.adapter.persistence.sqlite.DatabaseLock;
import io.prorata.adapter.persistence.sqlite.SqliteDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Books on a database of their own, in a folder that goes with them. */
public final class TemporaryBooks implements AutoCloseable {

    private final Path folder;
    private final SqliteDatabase database;
    private final JooqUnitOfWork work;

    public TemporaryBooks() {
        try {
            folder = Files.createTempDirectory("books");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        database = open(file());
        work = over(database);
    }

    /** Opens the database in {@code file} as its owner. */
    public static SqliteDatabase open(Path file) {
        DatabaseLock lock = DatabaseLock.of(file);
        try {
            return SqliteDatabase.own(file, lock);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Returns books over {@code database}. */
    public static JooqUnitOfWork over(SqliteDatabase database) {
        return new JooqUnitOfWork(database, Clock.fixed(NOON, ZoneOffset.UTC), new SecureRandom());
    }

    public Path file() {
        return folder.resolve("books.db");
    }

    public Path folder() {
        return folder;
    }

    public SqliteDatabase database() {
        return database;
    }

    public JooqUnitOfWork work() {
        return work;
    }

    /** Returns the rows of a query, each as its columns, null as {@code null}. */
    public List<List<Object>> rows(String sql, Object... bindings) {
        return database.read(context -> context.fetch(sql, bindings).map(row -> row.intoList()));
    }

    @Override
    public void close() {
        database.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
