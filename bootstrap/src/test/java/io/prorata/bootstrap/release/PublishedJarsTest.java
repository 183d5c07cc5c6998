package io.prorata.bootstrap.release;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./prorata publish}, and projects outside the build that use what it published. */
class PublishedJarsTest {

    private static final boolean ALL = "all".equals(System.getProperty("prorata.tests"));
    private static final String VERSION = property(Path.of("pom.xml"), "<version>(0[^<]*)</version>");

    /** One for all tests: publishing takes a while. */
    @TempDir
    private static Path folder;

    private static Path repository;

    @BeforeAll
    static void publish() throws IOException, InterruptedException {
        repository = folder.resolve("a repository");
        Ended ended = SourceTree.copiedTo(folder.resolve("source")).publish(repository);
        assertEquals(0, ended.code(), ended.said());
        for (String module : SourceTree.PUBLISHED) {
            assertTrue(ended.said().contains(module.replace('-', ' ') + " " + VERSION), ended.said());
        }
    }

    private static String property(Path file, String pattern) {
        try {
            Matcher found = Pattern.compile(pattern).matcher(Files.readString(file));
            assertTrue(found.find(), pattern);
            return found.group(1);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The one file of {@code module} that ends like this. */
    private static Path published(Path from, String module, String ending) throws IOException {
        try (Stream<Path> files = Files.list(from.resolve("io/prorata/prorata-" + module + "/" + VERSION))) {
            List<Path> found = files.filter(file -> file.getFileName()
                            .toString()
                            .matches("prorata-" + module + "-[0-9.-]+(-SNAPSHOT)?" + ending))
                    .toList();
            assertEquals(1, found.size(), module + ending + ": " + found);
            return found.get(0);
        }
    }

    private static String entry(JarFile jar, String name) throws IOException {
        var entry = jar.getJarEntry(name);
        assertNotNull(entry, jar.getName() + " has no " + name);
        try (InputStream in = jar.getInputStream(entry)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void eachJarComesWithSourcesJavadocLicenceAndAPomOfItsOwn() throws IOException {
        for (String module : SourceTree.PUBLISHED) {
            try (JarFile jar =
                    new JarFile(published(repository, module, "\\.jar").toFile())) {
                assertTrue(entry(jar, "META-INF/LICENSE").contains("Apache License"), module);
                assertEquals(VERSION, jar.getManifest().getMainAttributes().getValue("Implementation-Version"), module);
            }
            try (JarFile jar =
                    new JarFile(published(repository, module, "-sources\\.jar").toFile())) {
                assertTrue(jar.stream().anyMatch(file -> file.getName().endsWith(".java")), module);
                assertTrue(entry(jar, "META-INF/LICENSE").contains("Apache License"), module);
            }
            try (JarFile jar =
                    new JarFile(published(repository, module, "-javadoc\\.jar").toFile())) {
                assertTrue(entry(jar, "index.html").contains("<html"), module);
            }
            String pom = Files.readString(published(repository, module, "\\.pom"));
            for (String foreign :
                    List.of("<parent>", "<dependencyManagement>", "<repositories>", "${", "<scope>test")) {
                assertFalse(pom.contains(foreign), module + ": " + pom);
            }
            assertTrue(pom.contains("<name>Apache-2.0</name>"), pom);
        }
    }

    @Test
    void theDomainNeedsNothingAndBringsItsFormulas() throws IOException {
        String pom = Files.readString(published(repository, "domain", "\\.pom"));
        assertFalse(pom.contains("<scope>compile") || pom.contains("<scope>runtime"), pom);
        try (JarFile jar = new JarFile(published(repository, "domain", "\\.jar").toFile())) {
            assertTrue(entry(jar, "META-INF/formulas.html").contains("3. Allocation"));
        }
        try (JarFile jar =
                new JarFile(published(repository, "domain", "-javadoc\\.jar").toFile())) {
            String page = entry(jar, "io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html");
            assertTrue(page.contains("id=\"f3\""), page);
            // What a link of a class leads to, from where that class is.
            String income = entry(jar, "io.prorata.domain/io/prorata/domain/income/Income.html");
            assertTrue(
                    income.contains(
                            "../../../../../io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f1"),
                    income);
        }
    }

    @Test
    void theTestkitBringsItsVectors() throws IOException {
        try (JarFile jar =
                new JarFile(published(repository, "domain-testkit", "\\.jar").toFile())) {
            assertTrue(entry(jar, "io/prorata/domain/testkit/vectors/allocation.json")
                    .contains("weights"));
        }
    }

    @Test
    void itIsSignedWithAKeyAloneAndSaysSo() throws IOException {
        try (Stream<Path> files = Files.walk(repository)) {
            assertEquals(
                    List.of(),
                    files.filter(file -> file.toString().endsWith(".asc")).toList());
        }
    }

    @Test
    void twoBuildsInTwoFoldersAreByteIdentical(@TempDir Path other) throws IOException, InterruptedException {
        Ended ended = SourceTree.copiedTo(other.resolve("elsewhere/source"))
                .publish(other.resolve("repository"), "-pl", "domain");
        assertEquals(0, ended.code(), ended.said());
        for (String file : List.of("\\.jar", "-sources\\.jar", "-javadoc\\.jar", "\\.pom")) {
            assertArrayEquals(
                    Files.readAllBytes(published(repository, "domain", file)),
                    Files.readAllBytes(published(other.resolve("repository"), "domain", file)),
                    file);
        }
    }

    @Test
    void withoutAPlaceNothingIsPublished() throws IOException, InterruptedException {
        Ended ended = Ended.of(
                new ProcessBuilder("bash", "prorata", "publish")
                        .directory(folder.resolve("source").toFile()),
                Path.of(System.getProperty("java.home")));
        assertEquals(2, ended.code(), ended.said());
        assertTrue(ended.said().contains("--to DIR|URL"), ended.said());
    }

    /** Resolves the jars from the repository, with Maven, on Java 17, in a local repository of its own. */
    private static Ended maven(Path projects, String... goals) throws IOException, InterruptedException {
        Path maven = Path.of(System.getProperty("maven.home"), "bin", "mvn");
        List<String> command = new ArrayList<>(List.of(
                maven.toString(),
                "--batch-mode",
                "--no-transfer-progress",
                "-Dmaven.repo.local=" + projects.resolve("fetched"),
                "-Dmaven.repo.local.tail=" + System.getProperty("localRepository"),
                "-Dmaven.repo.local.tail.ignoreAvailability=true",
                "-Dprorata.repository=" + repository.toUri(),
                "-Dprorata.version=" + VERSION,
                "-Djunit.version=" + property(Path.of("../pom.xml"), "<junit.version>([^<]*)<")));
        command.addAll(List.of(goals));
        return Ended.of(new ProcessBuilder(command).directory(projects.toFile()), OldJava.home());
    }

    private static Ended java(Path project, String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(OldJava.home().resolve("bin/java").toString()));
        command.addAll(List.of(arguments));
        return Ended.of(new ProcessBuilder(command).directory(project.toFile()), OldJava.home());
    }

    @Test
    void projectsOutsideTheBuildUseThem(@TempDir Path projects) throws IOException, InterruptedException {
        SourceTree.copy(Path.of("src/test/outside"), projects);
        Ended built = maven(projects, ALL ? "-Pkotlin" : "-P!kotlin", "test");
        assertEquals(0, built.code(), built.said());
        String java = "Java " + property(OldJava.home().resolve("release"), "JAVA_VERSION=\"(\\d+)");

        Ended onClassPath = java(
                projects.resolve("classpath"),
                "--class-path",
                "target/classes" + File.pathSeparator + "target/lib/*",
                "org.example.Rent");
        assertEquals("diana 532.17 EUR, sam 667.83 EUR\n" + java + ", class path\n", onClassPath.said());

        Ended onModulePath = java(
                projects.resolve("modulepath"),
                "--module-path",
                "target/classes" + File.pathSeparator + "target/lib",
                "--module",
                "org.example.rent/org.example.Rent");
        assertEquals(
                "diana 532.17 EUR, sam 667.83 EUR\n" + java + ", io.prorata.domain@" + VERSION + "\n",
                onModulePath.said());

        if (ALL) {
            Ended kotlin = java(
                    projects.resolve("kotlin"),
                    "--class-path",
                    "target/classes" + File.pathSeparator + "target/lib/*",
                    "org.example.RentKt");
            assertEquals("diana 532.17 EUR, sam 667.83 EUR\n1199.99 EUR\n600.00 EUR\n", kotlin.said());
        }

        Path between = projects.resolve("rules/src/main/java/org/example/between");
        Files.createDirectories(between);
        Files.copy(projects.resolve("rules/red/Between.java"), between.resolve("Between.java"));
        Ended red = maven(projects, "-P!kotlin", "test", "-pl", "rules");
        assertTrue(red.code() != 0, red.said());
        // By plain JUnit and by ArchUnit's own runner.
        assertTrue(red.said().contains("ByJUnitTest.holds") && red.said().contains("ByArchUnitTest"), red.said());
        assertTrue(red.said().contains("every-class-in-a-part: "), red.said());
        assertTrue(red.said().contains("org.example.between.Between"), red.said());

        Ended frozen =
                maven(projects, "-P!kotlin", "test", "-pl", "rules", "-DargLine=-Dprorata.architecture.freeze=true");
        assertEquals(0, frozen.code(), frozen.said());
        Ended afterwards = maven(projects, "-P!kotlin", "test", "-pl", "rules");
        assertEquals(0, afterwards.code(), afterwards.said());
        assertTrue(Files.readString(projects.resolve("rules/frozen/every-class-in-a-part.txt"))
                .contains("Between"));
    }
}
