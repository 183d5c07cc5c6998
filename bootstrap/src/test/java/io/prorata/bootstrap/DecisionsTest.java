package io.prorata.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages of docs/decisions have one form, and its index lists them all. */
class DecisionsTest {

    private static final Path PAGES = Path.of("..", "docs", "decisions");
    private static final Pattern FILE = Pattern.compile("([0-9]{4})-[a-z0-9-]+\\.md");

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            return files.filter(file -> !file.endsWith("README.md")).sorted().toList();
        }
    }

    private static String number(Path page) {
        var file = FILE.matcher(page.getFileName().toString());
        assertTrue(file.matches(), page + " is called NNNN-title.md");
        return file.group(1);
    }

    @Test
    void everyPageHasItsNumberATitleAndThreeParts() throws IOException {
        for (Path page : pages()) {
            List<String> lines = Files.readAllLines(page);
            assertTrue(lines.getFirst().matches("# " + number(page) + "\\. \\S.*"), page + ": " + lines.getFirst());
            List<String> parts = lines.stream()
                    .filter(line -> line.matches("\\*\\*(Context|Decision|Consequences)\\.\\*\\*.*"))
                    .map(line -> line.replaceAll("\\*\\*([A-Za-z]+)\\..*", "$1"))
                    .toList();
            assertEquals(List.of("Context", "Decision", "Consequences"), parts, page.toString());
        }
    }

    @Test
    void theIndexListsEveryPageByItsTitle() throws IOException {
        List<String> expected = new ArrayList<>();
        for (Path page : pages()) {
            String title = Files.readAllLines(page).getFirst().substring("# NNNN. ".length());
            expected.add("- [" + number(page) + "](" + page.getFileName() + ") " + title);
        }
        List<String> listed = Files.readAllLines(PAGES.resolve("README.md")).stream()
                .filter(line -> line.startsWith("- "))
                .toList();
        assertEquals(String.join("\n", expected), String.join("\n", listed));
    }
}
