package io.prorata.adapter.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    /** Whoever has a problem has no token, perhaps, and reads it in a browser. */
    @Test
    void everyTypeLeadsToItsPage() throws IOException {
        try (WebServer server = new WebServer();
                Stream<Path> files = Files.list(PAGES)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString().replace(".md", "");
                String path = name.equals("README") ? "/problems" : "/problems/" + name;
                HttpResponse<String> page = server.get(path, null, "Accept", "text/html");
                assertEquals(200, page.statusCode(), path);
                assertEquals(
                        "text/html; charset=utf-8",
                        page.headers().firstValue("Content-Type").orElse(""));
                String title = text(file).lines().findFirst().orElseThrow().replace("# ", "");
                assertTrue(
                        page.body().contains("<h1>" + title.replace("'", "&#39;") + "</h1>")
                                || page.body().contains("<h1>" + title + "</h1>"),
                        page.body());
                assertEquals(
                        200,
                        server.get(path, null, "Accept", "application/json, */*")
                                .statusCode(),
                        path);
            }
            String index = server.get("/problems", null).body();
            assertTrue(index.contains("<td><a href=\"problems/past-month\">past-month</a></td>"), index);
            String refused = server.get("/household", null).body();
            String type = refused.replaceAll(".*\"type\":\"([^\"]+)\".*", "$1");
            assertEquals(200, server.get(type, null).statusCode(), refused);
            for (String nothing :
                    List.of("/problems/no-such", "/problems/README", "/problems/..%2Fopenapi", "/problems/%3Cb%3E")) {
                HttpResponse<String> missing = server.get(nothing, null);
                assertEquals(404, missing.statusCode(), nothing);
                assertTrue(missing.body().contains("/problems/not-found"), missing.body());
            }
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
