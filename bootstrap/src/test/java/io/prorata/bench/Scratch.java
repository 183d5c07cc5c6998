package io.prorata.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder for the time of a benchmark. */
final class Scratch implements AutoCloseable {

    private final Path folder;

    Scratch() throws IOException {
        this.folder = Files.createTempDirectory("prorata-bench");
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** Removes what is in it, which are files alone, and the folder. */
    @Override
    public void close() throws IOException {
        empty();
        Files.delete(folder);
    }

    /** Removes what is in it. */
    void empty() throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }
}
