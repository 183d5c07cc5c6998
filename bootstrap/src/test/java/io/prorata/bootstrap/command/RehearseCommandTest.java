package io.prorata.bootstrap.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RehearseCommandTest {

    @TempDir
    private Path home;

    /** The launcher goes on without it, so that nobody would notice if it began to fail. */
    @Test
    void allOfItSucceedsAndTheHomeStaysAsItIs() throws IOException {
        var shell =
                new Shell(home).with("PRORATA_DATABASE", home.resolve("ours.db").toString());

        shell.must("rehearse");

        try (var files = Files.list(home)) {
            assertEquals(List.of(), files.toList());
        }
    }

    @Test
    void itIsNotAmongTheCommandsOfTheHousehold() {
        assertFalse(new Shell(home).must("--help").out().contains("rehearse"));
    }
}
