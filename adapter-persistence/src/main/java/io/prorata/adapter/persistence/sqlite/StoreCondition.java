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

/** Whether an open database can be written to, as far as that is known: by its files, by the room that is left, and by what failed last. */
final class StoreCondition {

    /** Less than what a few writes take. */
    private static final long LEAST_ROOM_BYTES = 1024L * 1024;

    private final Path file;
    private final Optional<OpenFiles> files;

    /** What failed last, unless a write has succeeded since; damage stays until the database is opened anew. */
    private volatile @Nullable Reason fault;

    private StoreCondition(Path file, Optional<OpenFiles> files) {
        this.file = file;
        this.files = files;
    }

    /** Of a database whose files are looked after by another process, or are not open yet. */
    static StoreCondition unwatched(Path file) {
        return new StoreCondition(file, Optional.empty());
    }

    /** Of a database whose files are open as they are now. */
    static StoreCondition watched(Path file) throws IOException {
        return new StoreCondition(file, Optional.of(new OpenFiles(file)));
    }

    /** @throws StoreUnavailableException if somebody has touched the files since the last write */
    void requireUntouched() {
        files.ifPresent(OpenFiles::requireUntouched);
    }

    /**
     * Takes a write as kept. It is acknowledged only if it is where the next to open the database will look for it.
     *
     * @throws StoreUnavailableException if it went into files that have lost their names
     */
    void requireKept() {
        files.ifPresent(OpenFiles::requireSame);
        files.ifPresent(OpenFiles::written);
        if (fault != Reason.DAMAGED) {
            fault = null;
        }
    }

    /** Takes the files as our own work on them has left them: a rollback, or a log that was emptied. */
    void changedByUs() {
        files.ifPresent(OpenFiles::written);
    }

    /** Returns whether closing the connections would destroy what others have put into the place of the files. */
    boolean closingDestroys() {
        return files.filter(OpenFiles::logIsAnothers).isPresent();
    }

    /** Notes a fault of disk or file, and returns it. Being busy is none. */
    StoreUnavailableException noted(StoreUnavailableException e) {
        if (e.reason() != Reason.BUSY && fault != Reason.DAMAGED) {
            fault = e.reason();
        }
        return e;
    }

    /**
     * Returns why the database cannot be written to.
     *
     * @param write does a write, where something has failed before and may be over
     */
    Optional<Reason> look(Function<Function<DSLContext, Boolean>, Boolean> write) {
        if (files.flatMap(OpenFiles::finding).isPresent()) {
            return Optional.of(Reason.REPLACED);
        }
        if (files.isPresent() && fault != null && fault != Reason.DAMAGED) {
            try {
                var _ = write.apply(StoreCondition::takeRoom);
            } catch (StoreUnavailableException e) {
                // It is noted; being busy tells nothing new.
            }
        }
        return Optional.ofNullable(fault).or(this::lackOfRoom);
    }

    /** Writes some pages and gives them back: a row that changes in place needs no room. */
    private static boolean takeRoom(DSLContext sql) {
        sql.execute("UPDATE running_time SET room = zeroblob(65536)");
        sql.execute("UPDATE running_time SET room = NULL");
        return true;
    }

    /** Asked by the file: its file store is found by the list of mounts, which a bare root does not have. */
    private Optional<Reason> lackOfRoom() {
        if (!Files.exists(file)) {
            return Optional.of(Reason.AWAY);
        }
        File disk = file.toFile();
        // Some file systems do not tell.
        boolean tells = disk.getTotalSpace() > 0;
        return tells && disk.getUsableSpace() < LEAST_ROOM_BYTES ? Optional.of(Reason.FULL) : Optional.empty();
    }
}
