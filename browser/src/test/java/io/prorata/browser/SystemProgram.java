package io.prorata.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Programs that the tests do not bring along. */
final class SystemProgram {

    /** Where the system keeps servers, which the path of a user may lack. */
    private static final List<String> FOR_ROOT = List.of("/usr/sbin", "/usr/local/sbin");

    private SystemProgram() {}

    /** Returns the first of {@code names} that is there. */
    static Optional<Path> find(String... names) {
        List<String> folders = Stream.concat(
                        Arrays.stream(Optional.ofNullable(System.getenv("PATH"))
                                .orElse("")
                                .split(File.pathSeparator, -1)),
                        FOR_ROOT.stream())
                .toList();
        return Arrays.stream(names)
                .flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Returns the browser that is named, or the one that is found. */
    static Path browser() {
        String named = System.getProperty("prorata.browser", "");
        return named.isEmpty()
                ? find("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
                        .orElseThrow(
                                () -> new AssertionError(
                                        "No Chromium found. Debian: apt install chromium. Elsewhere: -Dprorata.browser=PROGRAM"))
                : Path.of(named);
    }
}
