package io.prorata.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each recipe names the files of its example, all of them, and no other. */
class RecipesTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern MARKS = Pattern.compile("<!-- marks: (.*) -->");
    private static final Pattern LISTED = Pattern.compile("(?m)^- `([^`]+)` \\S.*$");

    /** With the line of the change log. */
    private static final int MOST_FILES_OF_AN_ENDPOINT = 8;

    /**
     * A recipe.
     *
     * @param marks texts of which each of its files has one
     */
    record Recipe(String title, List<String> marks, Set<String> files) {

        boolean isNamedIn(String text) {
            return marks.stream().anyMatch(text::contains);
        }

        @Override
        public String toString() {
            return title;
        }
    }

    static List<Recipe> recipes() throws IOException {
        List<Recipe> recipes = new ArrayList<>();
        String page = Files.readString(ROOT.resolve("docs/recipes.md"));
        for (String section : page.split("(?m)^## ", -1)) {
            Matcher marks = MARKS.matcher(section);
            if (marks.find()) {
                Set<String> files = new TreeSet<>();
                LISTED.matcher(section).results().forEach(file -> files.add(file.group(1)));
                recipes.add(new Recipe(
                        section.lines().findFirst().orElseThrow(),
                        List.of(marks.group(1).split(", ", -1)),
                        files));
            }
        }
        return recipes;
    }

    @Test
    void thereIsOneForEachChangeThatComesUp() throws IOException {
        assertEquals(
                List.of(
                        "An endpoint of the dashboard",
                        "A split mode",
                        "A bank-file format",
                        "A refusal",
                        "A command",
                        "A command about a thing of the household",
                        "An architecture rule",
                        "A setting of the server"),
                recipes().stream().map(Recipe::title).toList());
        assertTrue(recipes().getFirst().files().size() + 1 <= MOST_FILES_OF_AN_ENDPOINT);
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void eachFileIsThereAndNamesTheExample(Recipe recipe) throws IOException {
        for (String file : recipe.files()) {
            assertTrue(recipe.isNamedIn(Files.readString(ROOT.resolve(file))), file + " names nothing of " + recipe);
        }
    }

    /** What the program is made of; tests and other pages may speak of the example too. */
    @ParameterizedTest
    @MethodSource("recipes")
    void noOtherFileOfTheProgramNamesTheExample(Recipe recipe) throws IOException {
        Set<String> naming = new TreeSet<>();
        try (Stream<Path> modules = Files.list(ROOT)) {
            for (Path sources : modules.map(module -> module.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .toList()) {
                try (Stream<Path> files = Files.walk(sources)) {
                    files.filter(file -> file.toString().endsWith(".java") && recipe.isNamedIn(text(file)))
                            .map(file -> ROOT.relativize(file).toString().replace('\\', '/'))
                            .forEach(naming::add);
                }
            }
        }
        naming.removeAll(recipe.files());
        assertEquals(Set.of(), naming, "also of " + recipe);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
