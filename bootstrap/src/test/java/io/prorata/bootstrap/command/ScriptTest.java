package io.prorata.bootstrap.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./prorata test} and {@code ./mvnw} as scripts, with a Maven that says what is written down here and builds nothing. */
class ScriptTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final String LOG = """
            [INFO] Building Prorata 0.1.0-SNAPSHOT                                    [1/3]
            [INFO] Building Prorata domain 0.1.0-SNAPSHOT                             [2/3]
            12:00:00.000 DEBUG something nobody asked for
            [INFO] Tests run: 5, Failures: 0, Errors: 0, Skipped: 0, Time elapsed: 0.1 s -- in a.ATest
            [INFO] Tests run: 5, Failures: 0, Errors: 0, Skipped: 0
            [INFO] Building Prorata adapter for caches 0.1.0-SNAPSHOT                 [3/3]
            [ERROR] Tests run: 4, Failures: 1, Errors: 1, Skipped: 1, Time elapsed: 0.1 s <<< FAILURE! -- in b.BTest
            [ERROR]   BTest.adds:12 expected: <3> but was: <2>
            [ERROR] Tests run: 4, Failures: 1, Errors: 1, Skipped: 1
            [ERROR] Re-run Maven using the -X switch to enable full debug logging.
            """;

    @TempDir
    Path home;

    private record Ended(int code, String out, String err) {}

    @BeforeEach
    void copyTheScripts() throws IOException {
        Files.createDirectory(home.resolve(".mvn"));
        for (String script : List.of("prorata", ".mvn/jdk.sh", ".mvn/browser.sh")) {
            Files.copy(ROOT.resolve(script), home.resolve(script));
        }
    }

    private void maven(int code) throws IOException {
        Path log = Files.writeString(home.resolve("canned.log"), LOG);
        Files.writeString(
                home.resolve("mvnw"), "echo \"$@\" >arguments\ncat " + log.getFileName() + "\nexit " + code + "\n");
        assertTrue(home.resolve("mvnw").toFile().setExecutable(true));
    }

    private Ended run(String... command) throws IOException, InterruptedException {
        return run(Map.of(), command);
    }

    private Ended run(Map<String, String> environment, String... command) throws IOException, InterruptedException {
        Path out = home.resolve("out");
        Path err = home.resolve("err");
        var builder = new ProcessBuilder(command).directory(home.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().remove("CI");
        builder.environment().putAll(environment);
        int code = builder.redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start()
                .waitFor();
        return new Ended(
                code, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
    }

    private Ended test(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("bash", "prorata", "test"));
        command.addAll(List.of(options));
        return run(command.toArray(String[]::new));
    }

    @Test
    void whatFailedIsShownWithTheCountsAndNothingElse() throws IOException, InterruptedException {
        maven(1);

        Ended ended = test();

        assertEquals(1, ended.code(), ended.err());
        assertTrue(ended.out().contains("BTest.adds:12 expected: <3> but was: <2>"), ended.out());
        assertTrue(ended.out().contains("FAILED: 6 passed, 2 failed, 1 skipped in 0 min"), ended.out());
        assertFalse(ended.out().contains("DEBUG") || ended.out().contains("Re-run Maven"), ended.out());
        assertTrue(ended.err().contains("module 2 of 3: domain"), ended.err());
        assertTrue(ended.err().contains("module 3 of 3: adapter for caches"), ended.err());
        assertEquals(LOG, Files.readString(home.resolve("target/test.log")));
    }

    @Test
    void theVerdictIsMavens() throws IOException, InterruptedException {
        maven(0);

        Ended ended = test("-pl", "domain", "--all");

        assertEquals(0, ended.code(), ended.err());
        assertTrue(ended.out().contains("PASSED: "), ended.out());
        String arguments = Files.readString(home.resolve("arguments"));
        assertTrue(arguments.contains(" verify -pl domain -Dprorata.tests=all"), arguments);
    }

    @Test
    void theWholeLogIsShownToWhoeverAsks() throws IOException, InterruptedException {
        maven(0);

        assertTrue(test("--verbose").out().contains("DEBUG something nobody asked for"));
    }

    @Test
    void aBrowserThatIsThereRunsTheTestsOfThePage() throws IOException, InterruptedException {
        maven(0);

        Ended ended = run(Map.of("PRORATA_BROWSER", "/bin/sh"), "bash", "prorata", "test");

        assertEquals(0, ended.code(), ended.err());
        assertTrue(
                Files.readString(home.resolve("arguments")).contains(" -Pbrowser -Dprorata.browser=/bin/sh"),
                Files.readString(home.resolve("arguments")));
        assertFalse(ended.err().contains("Not run"), ended.err());
    }

    @Test
    void whatIsNotRunWithoutABrowserIsSaidAndFailsWhereItHasToRun() throws IOException, InterruptedException {
        maven(0);

        Ended person = run(Map.of("PRORATA_BROWSER", "/no/browser"), "bash", "prorata", "test");
        assertEquals(0, person.code(), person.err());
        assertTrue(person.err().contains("Not run: the tests of the page in a browser"), person.err());
        assertTrue(person.err().contains("apt install chromium"), person.err());
        assertFalse(Files.readString(home.resolve("arguments")).contains("-Pbrowser"));
        Files.delete(home.resolve("arguments"));

        Ended ci = run(Map.of("PRORATA_BROWSER", "/no/browser", "CI", "true"), "bash", "prorata", "test");
        assertEquals(1, ci.code(), ci.out());
        assertTrue(ci.err().contains("Not run"), ci.err());
        assertFalse(Files.exists(home.resolve("arguments")), "nothing is built for nothing");
    }

    @Test
    void mavenItselfFindsJavaOrSaysHowToGetIt() throws IOException, InterruptedException {
        Files.copy(ROOT.resolve("mvnw"), home.resolve("mvnw"));
        // Another version is asked for, which no machine has.
        Path jdk = home.resolve(".mvn/jdk.sh");
        Files.writeString(jdk, Files.readString(jdk).replace("wanted=25", "wanted=4711"));

        Ended ended = run("sh", "mvnw", "--version");

        assertEquals(1, ended.code(), ended.out());
        assertTrue(ended.err().contains("Prorata needs JDK 4711 and found none"), ended.err());
        assertTrue(ended.err().contains("JAVA_HOME=/path/to/jdk-4711 ./mvnw --version"), ended.err());
    }
}
