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
            Files.write(file(), Empty.DATABASE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        database = open(file());
        // Other books have another epoch.
        database.write(sql -> sql.execute("UPDATE book SET epoch = lower(hex(randomblob(8)))"));
        work = over(database);
    }

    /** Made once: the migrations take longer than most tests. */
    private static final class Empty {

        static final byte[] DATABASE = make();

        private static byte[] make() {
            try {
                Path folder = Files.createTempDirectory("empty-books");
                Path file = folder.resolve("books.db");
                open(file).close();
                byte[] made = Files.readAllBytes(file);
                delete(folder);
                return made;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
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
        return new JooqUnitOfWork(database, Clock.fixed(NOON, ZoneOffset.UTC), new SecureRandom(), 1);
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
        try {
            delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
