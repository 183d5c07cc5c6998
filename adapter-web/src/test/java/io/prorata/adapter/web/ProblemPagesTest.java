package io.prorata.adapter.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every kind of problem that the code can answer with has its page in docs/problems, and no page is of a problem that is not. */
class ProblemPagesTest {

    private static final Pattern KIND =
            Pattern.compile("(?s)Problem\\.of\\(\\s*\"([a-z-]+)\"|return of\\(\\s*\"([a-z-]+)\"");
    private static final Path PAGES = Path.of("..", "docs", "problems");

    @Test
    void everyKindHasItsPage() throws IOException {
        Set<String> kinds;
        try (Stream<Path> sources = Files.walk(Path.of("src", "main", "java"))) {
            kinds = sources.filter(path -> path.toString().endsWith(".java"))
                    .flatMap(path -> KIND.matcher(text(path))
                            .results()
                            .map(found -> found.group(1) == null ? found.group(2) : found.group(1)))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
        Set<String> pages;
        try (Stream<Path> files = Files.list(PAGES)) {
            pages = files.map(path -> path.getFileName().toString())
                    .filter(name -> !name.equals("README.md"))
                    .map(name -> name.replace(".md", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
        assertEquals(kinds, pages);
        String index = text(PAGES.resolve("README.md"));
        for (String kind : kinds) {
            assertTrue(text(PAGES.resolve(kind + ".md")).contains("`/problems/" + kind + "`"), kind);
            assertTrue(index.contains("(" + kind + ".md)"), kind);
        }
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
