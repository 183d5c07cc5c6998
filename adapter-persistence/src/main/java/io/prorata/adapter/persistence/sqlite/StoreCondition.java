package io.prorata.adapter.persistence.sqlite;

import io.prorata.application.port.StoreUnavailableException;
import io.prorata.application.port.StoreUnavailableException.Reason;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** The condition of an open database: whether it can be written, judged by its files, the free space, and the last failure. */
final class StoreCondition {

    /** The minimum of free space. */
    private static final long LEAST_ROOM_BYTES = 1024L * 1024;

    private final Path file;
    private final Optional<OpenFiles> files;

    /** The last failure, unless a write has succeeded since; damage remains until the database is opened again. */
    private volatile @Nullable Reason fault;

    private StoreCondition(Path file, Optional<OpenFiles> files) {
        this.file = file;
        this.files = files;
    }

    /** For a database whose files another process owns, or that is not open yet. */
    static StoreCondition unwatched(Path file) {
        return new StoreCondition(file, Optional.empty());
    }

    /** For a database with its open files. */
    static StoreCondition watched(Path file) throws IOException {
        return new StoreCondition(file, Optional.of(new OpenFiles(file)));
    }

    /** @throws StoreUnavailableException if another program changed the files since the last write */
    void requireUntouched() {
        files.ifPresent(OpenFiles::requireUntouched);
    }

    /**
     * Checks after a commit that the write is in the files with the database's names; only then it is acknowledged.
     *
     * @throws StoreUnavailableException if it went into files that were removed or replaced
     */
    void requireKept() {
        files.ifPresent(OpenFiles::requireSame);
        files.ifPresent(OpenFiles::written);
        if (fault != Reason.DAMAGED) {
            fault = null;
        }
    }

    /** Records the files after our own changes: a rollback, or an emptied log. */
    void changedByUs() {
        files.ifPresent(OpenFiles::written);
    }

    /** Returns whether closing the connections would destroy files of others with the same names. */
    boolean closingDestroys() {
        return files.filter(OpenFiles::logIsAnothers).isPresent();
    }

    /** Records a fault of disk or file, and returns it. Being busy is no fault. */
    StoreUnavailableException noted(StoreUnavailableException e) {
        if (e.reason() != Reason.BUSY && fault != Reason.DAMAGED) {
            fault = e.reason();
        }
        return e;
    }

    /**
     * Returns why the database cannot be written to.
     *
     * @param write makes a test write, if a former failure may be over
     */
    Optional<Reason> look(Function<Function<DSLContext, Boolean>, Boolean> write) {
        if (files.flatMap(OpenFiles::finding).isPresent()) {
            return Optional.of(Reason.REPLACED);
        }
        if (files.isPresent() && fault != null && fault != Reason.DAMAGED) {
            try {
                var _ = write.apply(StoreCondition::takeRoom);
            } catch (StoreUnavailableException e) {
                // The fault is recorded; being busy changes nothing.
            }
        }
        return Optional.ofNullable(fault).or(this::lackOfRoom);
    }

    /** Writes some pages and releases them: a change of a row in place needs no space. */
    private static boolean takeRoom(DSLContext sql) {
        sql.execute("UPDATE running_time SET room = zeroblob(65536)");
        sql.execute("UPDATE running_time SET room = NULL");
        return true;
    }

    /** Uses File rather than FileStore, which needs a list of mounts that a bare root does not have. */
    private Optional<Reason> lackOfRoom() {
        if (!Files.exists(file)) {
            return Optional.of(Reason.AWAY);
        }
        File disk = file.toFile();
        // Some file systems report no sizes.
        boolean tells = disk.getTotalSpace() > 0;
        return tells && disk.getUsableSpace() < LEAST_ROOM_BYTES ? Optional.of(Reason.FULL) : Optional.empty();
    }
}
