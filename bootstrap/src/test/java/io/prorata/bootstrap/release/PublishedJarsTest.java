package io.prorata.bootstrap.release;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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

    /** The domain once more, from another folder, beside the first. */
    private static CompletableFuture<Ended> elsewhere;

    @BeforeAll
    static void publish() throws IOException {
        repository = folder.resolve("a repository");
        SourceTree copy = SourceTree.copiedTo(folder.resolve("elsewhere/source"));
        // Maven builds what any list of modules names, so that those that are not wanted are taken out.
        elsewhere = CompletableFuture.supplyAsync(() -> copy.publish(
                folder.resolve("elsewhere/repository"),
                "-pl",
                "!domain-testkit,!architecture,!application,!application-testkit"));
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
            throw new UncheckedIOException(e);
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
    void twoBuildsInTwoFoldersAreByteIdentical() throws IOException {
        assertEquals(0, elsewhere.join().code(), elsewhere.join().said());
        for (String file : List.of("\\.jar", "-sources\\.jar", "-javadoc\\.jar", "\\.pom")) {
            assertArrayEquals(
                    Files.readAllBytes(published(repository, "domain", file)),
                    Files.readAllBytes(published(folder.resolve("elsewhere/repository"), "domain", file)),
                    file);
        }
    }

    @Test
    void withoutAPlaceNothingIsPublished() throws IOException {
        Ended ended = Ended.of(
                new ProcessBuilder("bash", "prorata", "publish")
                        .directory(folder.resolve("source").toFile()),
                Path.of(System.getProperty("java.home")));
        assertEquals(2, ended.code(), ended.said());
        assertTrue(ended.said().contains("--to DIR|URL"), ended.said());
    }

    /** Resolves the jars from the repository, with Maven, on the Java in {@code home}, in a local repository of its own. */
    private static Ended maven(Path projects, Path home, String... goals) {
        Path maven = Path.of(System.getProperty("maven.home"), "bin", "mvn");
        List<String> command = new ArrayList<>(List.of(
                maven.toString(),
                "--batch-mode",
                "--no-transfer-progress",
                "-Dmaven.repo.local=" + projects.resolve("fetched-" + home.getFileName()),
                "-Dmaven.repo.local.tail=" + System.getProperty("localRepository"),
                "-Dmaven.repo.local.tail.ignoreAvailability=true",
                "-Dprorata.repository=" + repository.toUri(),
                "-Dprorata.version=" + VERSION,
                "-Djunit.version=" + property(Path.of("../pom.xml"), "<junit.version>([^<]*)<")));
        command.addAll(List.of(goals));
        return Ended.of(new ProcessBuilder(command).directory(projects.toFile()), home);
    }

    /** The sum of an attribute of all reports in {@code folder}. */
    private static int counted(Path folder, String attribute) throws IOException {
        int sum = 0;
        try (Stream<Path> reports = Files.list(folder)) {
            for (Path report :
                    reports.filter(file -> file.toString().endsWith(".xml")).toList()) {
                sum += Integer.parseInt(property(report, "<testsuite [^>]*\\b" + attribute + "=\"(\\d+)\""));
            }
        }
        return sum;
    }

    private static Ended java(Path project, String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(OldJava.home().resolve("bin/java").toString()));
        command.addAll(List.of(arguments));
        return Ended.of(new ProcessBuilder(command).directory(project.toFile()), OldJava.home());
    }

    @Test
    void projectsOutsideTheBuildUseThem(@TempDir Path projects) throws IOException {
        SourceTree.copy(Path.of("src/test/outside"), projects);
        SourceTree.copy(projects.resolve("rules/src"), projects.resolve("red/src"));
        Path between = projects.resolve("red/src/main/java/org/example/between");
        Files.createDirectories(between);
        Files.copy(projects.resolve("red/Between.java"), between.resolve("Between.java"));
        // Beside the others: they are for Java 17, the ports for the Java that runs here.
        CompletableFuture<Ended> contracts = CompletableFuture.supplyAsync(
                () -> maven(projects, Path.of(System.getProperty("java.home")), "-Pports", "-pl", "ports", "test"));
        Ended built = maven(projects, OldJava.home(), ALL ? "-Pkotlin" : "-P!kotlin", "test");
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

        assertEquals(0, contracts.join().code(), contracts.join().said());
        assertTrue(
                counted(projects.resolve("ports/target/surefire-reports"), "tests") > 5,
                contracts.join().said());

        // By plain JUnit and by ArchUnit's own runner.
        Path red = projects.resolve("red");
        assertEquals(2, counted(red.resolve("target/red"), "failures"), built.said());
        assertTrue(built.said().contains("ByJUnitTest.holds") && built.said().contains("ByArchUnitTest"), built.said());
        assertTrue(built.said().contains("every-class-in-a-part: "), built.said());
        assertTrue(built.said().contains("org.example.between.Between"), built.said());
        for (String run : List.of("frozen", "afterwards")) {
            assertEquals(0, counted(red.resolve("target").resolve(run), "failures"), built.said());
            assertTrue(counted(red.resolve("target").resolve(run), "tests") > 10, built.said());
        }
        assertTrue(Files.readString(red.resolve("frozen/every-class-in-a-part.txt"))
                .contains("Between"));
    }
}
