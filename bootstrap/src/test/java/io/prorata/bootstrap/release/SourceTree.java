package io.prorata.bootstrap.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A copy of what building the published jars needs, so that no test writes into the tree that is being built. */
record SourceTree(Path folder) {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    /** The build that runs the tests has checked this code; what is compiled of it is the same with and without. */
    private static final String CHECKED = "-Derrorprone.options=-XepDisableAllChecks";

    /** The modules whose jars others use. */
    static final List<String> PUBLISHED =
            List.of("domain", "domain-testkit", "architecture", "application", "application-testkit");

    static SourceTree copiedTo(Path folder) throws IOException {
        for (String file : List.of("pom.xml", "LICENSE", "mvnw", "prorata")) {
            copy(ROOT.resolve(file), folder.resolve(file));
        }
        copy(ROOT.resolve(".mvn"), folder.resolve(".mvn"));
        try (Stream<Path> modules = Files.list(ROOT)) {
            for (Path module :
                    modules.filter(one -> Files.exists(one.resolve("pom.xml"))).toList()) {
                Path name = module.getFileName();
                copy(module.resolve("pom.xml"), folder.resolve(name).resolve("pom.xml"));
                if (PUBLISHED.contains(name.toString()) && Files.exists(module.resolve("src/main"))) {
                    copy(module.resolve("src/main"), folder.resolve(name).resolve("src/main"));
                }
            }
        }
        // The testkits have them in their jars.
        copy(ROOT.resolve("application/src/test/java"), folder.resolve("application/src/test/java"));
        copy(ROOT.resolve("domain/src/test/resources/vectors"), folder.resolve("domain/src/test/resources/vectors"));
        return new SourceTree(folder);
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.toAbsolutePath().getParent());
                    Files.copy(file, target);
                }
            }
        }
    }

    /** Runs {@code ./prorata publish} in the copy. */
    Ended publish(Path repository, String... options) {
        List<String> command = Stream.concat(
                        Stream.of(
                                "bash",
                                "prorata",
                                "publish",
                                "--to",
                                repository.toString(),
                                localRepository(),
                                CHECKED),
                        Stream.of(options))
                .toList();
        return Ended.of(
                new ProcessBuilder(command).directory(folder.toFile()), Path.of(System.getProperty("java.home")));
    }

    /** The one of the build that runs the tests: what it has is not fetched again. */
    static String localRepository() {
        return "-Dmaven.repo.local=" + System.getProperty("localRepository");
    }
}
