package io.prorata.adapter.persistence.sqlite;

import static io.prorata.application.Examples.found;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.adapter.persistence.JooqUnitOfWork;
import io.prorata.adapter.persistence.Spending;
import io.prorata.adapter.persistence.TemporaryBooks;
import io.prorata.adapter.persistence.engine.UnusableDatabaseException;
import io.prorata.application.port.StoreUnavailableException;
import io.prorata.application.port.StoreUnavailableException.Reason;
import io.prorata.domain.household.HouseholdId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Files that are removed, replaced or written to while they are open: nothing more is acknowledged, and nothing else is destroyed. */
class ReplacedFilesTest {

    @TempDir
    Path folder;

    private Path file;
    private Path log;
    private SqliteDatabase database;
    private JooqUnitOfWork work;
    private HouseholdId household;

    @BeforeEach
    void open() {
        file = folder.resolve("books.db");
        log = folder.resolve("books.db-wal");
        database = TemporaryBooks.open(file);
        work = TemporaryBooks.over(database);
        household = found(work);
        Spending.once(work, household);
        assertEquals(Optional.empty(), database.fault());
    }

    @Test
    void aLogThatWasRemoved() throws IOException {
        Files.delete(log);

        assertNothingIsAcknowledged();
        assertEquals(2, Spending.read(work, household).number(), "reading goes on");
        database.close();
        assertEquals(2, reopened(), "what was acknowledged before is kept");
    }

    @Test
    void aLogThatIsRemovedDuringAWrite() {
        assertReplaced(() -> database.write(sql -> {
            sql.execute("UPDATE running_time SET millis = 7");
            delete(log);
            return sql;
        }));
        assertNothingIsAcknowledged();
        database.close();
    }

    @Test
    void aLogThatIsRemovedIsNoticedWithoutAWrite() throws IOException {
        Files.delete(log);

        assertEquals(Optional.of(Reason.REPLACED), database.fault());
        Files.write(log, new byte[0]);
        assertEquals(Optional.of(Reason.REPLACED), database.fault(), "until the database is opened anew");
        database.close();
    }

    @Test
    void aLogThatIsAnothers() throws IOException {
        Files.delete(log);
        Files.writeString(log, "of another program");

        assertNothingIsAcknowledged();
        database.close();
        assertEquals("of another program", Files.readString(log));
    }

    @Test
    void aLogThatWasCutShort() throws IOException {
        try (FileChannel channel = FileChannel.open(log, StandardOpenOption.WRITE)) {
            channel.truncate(0);
        }
        assertNothingIsAcknowledged();
        database.close();
    }

    @Test
    void anotherDatabaseMovedIntoThePlace() throws IOException {
        Path other = other();
        byte[] theirs = Files.readAllBytes(other);
        Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);

        assertNothingIsAcknowledged();
        database.close();
        assertArrayEquals(theirs, Files.readAllBytes(file));
    }

    @Test
    void anotherDatabaseCopiedIntoTheFile() throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            channel.write(ByteBuffer.wrap(Files.readAllBytes(other())));
        }
        assertNothingIsAcknowledged();
        database.close();
    }

    @Test
    void aDatabaseThatWasRemovedLeavesItsLog() throws IOException {
        Files.delete(file);

        assertNothingIsAcknowledged();
        database.close();
        assertTrue(Files.size(log) > 0, "the last writes are there still");
        var refused = assertThrows(UnusableDatabaseException.class, () -> TemporaryBooks.open(file));
        assertTrue(refused.getMessage().contains(log.toString()), refused.getMessage());
        assertFalse(Files.exists(file));
        assertTrue(Files.size(log) > 0);
    }

    @Test
    void writesOfOurOwnAreNoStrangers() {
        for (int i = 0; i < 50; i++) {
            Spending.once(work, household);
            assertThrows(
                    IllegalStateException.class,
                    () -> database.write(sql -> {
                        sql.execute("UPDATE running_time SET room = zeroblob(9000000)");
                        throw new IllegalStateException("and is not kept");
                    }));
            if (i % 10 == 0) {
                database.write(sql -> sql.execute("UPDATE running_time SET room = zeroblob(6000000)"));
            }
        }
        assertEquals(52, Spending.once(work, household).number() - 1);
        assertEquals(Optional.empty(), database.fault());
        database.close();
        assertEquals(List.of(), Integrity.findings(file));
    }

    private Path other() {
        Path other = folder.resolve("other.db");
        TemporaryBooks.open(other).close();
        return other;
    }

    private long reopened() {
        try (SqliteDatabase again = TemporaryBooks.open(file)) {
            assertEquals(List.of(), Integrity.findings(file));
            return Spending.read(TemporaryBooks.over(again), household).number();
        }
    }

    private void assertNothingIsAcknowledged() {
        for (int i = 0; i < 3; i++) {
            assertReplaced(() -> Spending.once(work, household));
        }
        assertEquals(Optional.of(Reason.REPLACED), database.fault());
    }

    private static void assertReplaced(Executable write) {
        assertEquals(
                Reason.REPLACED,
                assertThrows(StoreUnavailableException.class, write).reason());
    }

    private static void delete(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
