package io.prorata.adapter.persistence.sqlite;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why SQLite cannot be loaded is said in a sentence, with the way out. */
class NativeLibraryTest {

    @TempDir
    private Path folder;

    @Test
    void aFolderThatIsNotThereIsNamed() {
        Path nowhere = folder.resolve("nowhere");
        String reason = NativeLibrary.reason(nowhere);
        assertTrue(reason.contains("the temporary folder " + nowhere + ", which is not there."), reason);
        assertTrue(reason.endsWith("java -Djava.io.tmpdir=FOLDER."), reason);
    }

    @Test
    void aFolderFromWhichProgramsRunIsNotTheCause() throws IOException {
        String reason = NativeLibrary.reason(folder);
        assertTrue(reason.contains("its driver has none for this system"), reason);
        try (var left = Files.list(folder)) {
            assertTrue(left.findAny().isEmpty(), "nothing is left behind");
        }
    }
}
