package io.prorata.bootstrap.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A Java 17, for which the published jars are made; where there is none, the one that runs, which compiles for 17. */
final class OldJava {

    private OldJava() {}

    static Path home() throws IOException {
        Optional<Path> found = Optional.empty();
        for (String parent :
                List.of("/usr/lib/jvm", "/opt/java", System.getProperty("user.home") + "/.sdkman/candidates/java")) {
            if (found.isEmpty() && Files.isDirectory(Path.of(parent))) {
                try (Stream<Path> homes = Files.list(Path.of(parent))) {
                    found = homes.filter(OldJava::isWanted).sorted().findFirst();
                }
            }
        }
        return found.orElse(Path.of(System.getProperty("java.home")));
    }

    private static boolean isWanted(Path home) {
        Path release = home.resolve("release");
        try {
            return Files.exists(home.resolve("bin/javac"))
                    && Files.exists(release)
                    && Files.readString(release).contains("JAVA_VERSION=\"17");
        } catch (IOException e) {
            return false;
        }
    }
}
