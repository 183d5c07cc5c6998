package io.prorata.adapter.persistence.sqlite;

import io.prorata.adapter.persistence.engine.UnusableDatabaseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.sqlite.SQLiteJDBCLoader;

/** The native library of SQLite, which its driver unpacks into the temporary folder and loads from there. */
final class NativeLibrary {

    /** The properties that name the temporary folder to Java and to the driver. */
    private static final String FOLDER = "java.io.tmpdir";

    private static final String DRIVERS_OWN = "org.sqlite.tmpdir";

    private NativeLibrary() {}

    /**
     * Loads SQLite, once.
     *
     * @throws UnusableDatabaseException if it cannot be loaded; the message has the reason and a solution
     */
    static void load() {
        try {
            SQLiteJDBCLoader.initialize();
        } catch (Exception e) {
            throw new UnusableDatabaseException(
                    reason(Path.of(System.getProperty(DRIVERS_OWN, System.getProperty(FOLDER, "")))), e);
        }
    }

    /** Returns why nothing can be loaded from {@code folder}. */
    static String reason(Path folder) {
        String way = " Name a folder of your own, with PRORATA_JAVA_OPTIONS=-D" + FOLDER + "=FOLDER or java -D" + FOLDER
                + "=FOLDER.";
        String what = "SQLite cannot be loaded: it is unpacked into the temporary folder " + folder;
        if (!Files.isDirectory(folder)) {
            return what + ", which is not there." + way;
        }
        try {
            return executes(folder)
                    ? "SQLite cannot be loaded: its driver has none for this system (" + System.getProperty("os.name")
                            + ", " + System.getProperty("os.arch") + ")."
                    : what + ", from which nothing can be executed: it is mounted with noexec." + way;
        } catch (IOException e) {
            return what + ", which cannot be written to: " + OwnerOnly.reason(e) + "." + way;
        }
    }

    /** On a noexec mount, no file counts as executable, whatever its permissions. */
    private static boolean executes(Path folder) throws IOException {
        Path probe = Files.createTempFile(folder, "prorata", ".probe");
        try {
            if (!probe.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                return true;
            }
            Files.setPosixFilePermissions(probe, PosixFilePermissions.fromString("rwx------"));
            return Files.isExecutable(probe);
        } finally {
            Files.deleteIfExists(probe);
        }
    }
}
