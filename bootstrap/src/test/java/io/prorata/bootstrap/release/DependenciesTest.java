package io.prorata.bootstrap.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table of dependencies states what the build pins, and no version is below its floor. */
class DependenciesTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    /** A line of the table. */
    private record Stated(String inUse, String floor, String reason) {}

    private static Map<String, String> pinned() throws IOException {
        Matcher versions = Pattern.compile("<([a-z.-]+\\.version)>(\\d[^<]*)</")
                .matcher(Files.readString(ROOT.resolve("pom.xml")));
        Map<String, String> pinned = new TreeMap<>();
        versions.results().forEach(version -> pinned.put(version.group(1), version.group(2)));
        assertTrue(pinned.size() > 20, pinned.toString());
        return pinned;
    }

    private static Map<String, Stated> stated() throws IOException {
        Matcher lines = Pattern.compile("(?m)^\\| `([a-z.-]+)` \\| [^|]+ \\| ([^| ]+) \\| ([^| ]+) \\| ([^|]+) \\|$")
                .matcher(Files.readString(ROOT.resolve("docs/dependencies.md")));
        Map<String, Stated> stated = new TreeMap<>();
        lines.results()
                .forEach(line -> stated.put(line.group(1), new Stated(line.group(2), line.group(3), line.group(4))));
        return stated;
    }

    @Test
    void everyPinnedVersionIsInTheTable() throws IOException {
        Map<String, String> inUse = new TreeMap<>();
        stated().forEach((name, line) -> inUse.put(name, line.inUse()));
        assertEquals(pinned(), inUse);
    }

    @Test
    void noVersionIsBelowItsFloorAndEachFloorHasAReason() throws IOException {
        stated().forEach((name, line) -> {
            assertTrue(compare(line.inUse(), line.floor()) >= 0, name + " " + line);
            assertFalse(line.reason().isBlank(), name);
        });
    }

    @Test
    void versionsAreComparedByTheirNumbers() {
        assertTrue(compare("4.10.1", "4.9.9") > 0);
        assertTrue(compare("4.2.20.Final", "4.2.18.Final") > 0);
        assertTrue(compare("3.51.2", "3.53.2.0") < 0);
        assertEquals(0, compare("1.37", "1.37.0"));
    }

    private static int compare(String one, String other) {
        String[] ones = one.split("[.-]", -1);
        String[] others = other.split("[.-]", -1);
        for (int i = 0; i < Math.max(ones.length, others.length); i++) {
            int difference = number(ones, i) - number(others, i);
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }

    private static int number(String[] parts, int place) {
        return place < parts.length && parts[place].matches("\\d+") ? Integer.parseInt(parts[place]) : 0;
    }
}
