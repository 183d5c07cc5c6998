package io.prorata.adapter.web.problem;

import io.prorata.adapter.web.language.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** Titles and details of problems in other languages; English is in the code. */
final class ProblemTexts {

    private static final Map<Language, Properties> TEXTS = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            if (language != Language.EN) {
                TEXTS.put(language, read(language));
            }
        }
    }

    private ProblemTexts() {}

    private static Properties read(Language language) {
        String name = "problems_" + language.code() + ".properties";
        try (InputStream in = Objects.requireNonNull(ProblemTexts.class.getResourceAsStream(name), name)) {
            var texts = new Properties();
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String title(Language language, String kind) {
        return text(language, kind + ".title");
    }

    /** Returns the detail with {@code values} for {@code {0}}, {@code {1}} ...; {@code english} if one is missing. */
    static String detail(Language language, String kind, List<String> values, String english) {
        String template = text(language, kind + ".detail");
        if (template.contains("{" + values.size() + "}")) {
            return english;
        }
        var said = new StringBuilder();
        // In one pass, because a value may contain a placeholder.
        for (int i = 0; i < template.length(); i++) {
            boolean place = template.charAt(i) == '{' && i + 2 < template.length() && template.charAt(i + 2) == '}';
            if (place) {
                said.append(values.get(Character.digit(template.charAt(i + 1), 10)));
                i += 2;
            } else {
                said.append(template.charAt(i));
            }
        }
        return said.toString();
    }

    private static String text(Language language, String key) {
        return Objects.requireNonNull(
                Objects.requireNonNull(TEXTS.get(language)).getProperty(key), key);
    }
}
