package io.prorata.adapter.web.description;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What names mean wherever nothing else is said of them: one word, one meaning. */
final class Words {

    private final Map<String, String[]> words = new LinkedHashMap<>();
    private final List<String> missing = new ArrayList<>();

    Words() {
        try (var in = Objects.requireNonNull(Words.class.getResourceAsStream("/description/words.txt"))) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(line -> line.split(" \\| ", -1))
                    .forEach(word -> words.put(word[0], word));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what a tag, a header or a parameter means; what is said of a place goes before what is said everywhere. */
    String of(String kind, String place, String name) {
        String[] word = words.getOrDefault(kind + " " + place + " " + name, words.get(kind + " " + name));
        if (word == null) {
            missing.add(kind + " " + name + " of " + place);
            return "";
        }
        return word[1];
    }

    String property(String place, String name) {
        String[] word = propertyOf(place, name);
        if (word == null) {
            missing.add("property " + name + " of " + place);
            return "";
        }
        return word[2];
    }

    /** Returns the shape that the texts of a property have, if they have one of their own. */
    Optional<String> shape(String place, String property) {
        return Optional.ofNullable(propertyOf(place, property))
                .map(word -> word[1])
                .filter(shape -> !shape.equals("-"));
    }

    private String @Nullable [] propertyOf(String place, String name) {
        return words.getOrDefault("property " + place + " " + name, words.get("property " + name));
    }

    /** Returns the names of which nothing is said. */
    List<String> missing() {
        return missing;
    }
}
