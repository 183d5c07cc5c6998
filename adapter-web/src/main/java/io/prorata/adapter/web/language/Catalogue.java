package io.prorata.adapter.web.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the code says in English, in another language: a catalogue of gettext ({@code .po}), found by the English text. The values of a text
 * have places, {@code {0}} to {@code {9}}.
 */
public final class Catalogue {

    /** A sentence in a sentence in a sentence: deeper none goes. */
    private static final int DEEPEST = 3;

    /** Says everything in English. */
    public static final Catalogue ENGLISH = new Catalogue(Map.of());

    private record Translation(Template english, Template translated) {}

    private final Map<String, String> texts;

    /** Sentences without values, as they are. */
    private final Map<String, String> whole = new HashMap<>();

    /** Sentences with values; those that say most by themselves come first, for a sentence may have the form of several. */
    private final List<Translation> forms = new ArrayList<>();

    private Catalogue(Map<String, String> texts) {
        this.texts = texts;
        texts.forEach((english, translated) -> {
            var form = new Translation(Template.of(english), Template.of(translated));
            if (form.english().places().isEmpty()) {
                whole.put(english, translated);
            } else {
                forms.add(form);
            }
        });
        forms.sort(Comparator.comparingInt((Translation form) -> form.english().length())
                .reversed());
    }

    /**
     * Reads the catalogues {@code name_fr.po} and the like that lie beside {@code owner}.
     *
     * @param others whose texts this one has too
     */
    public static Catalogue read(Class<?> owner, String name, Language language, Catalogue... others) {
        if (language == Language.EN) {
            return ENGLISH;
        }
        Map<String, String> texts = new LinkedHashMap<>();
        for (Catalogue other : others) {
            texts.putAll(other.texts);
        }
        String file = name + "_" + language.code() + ".po";
        try (InputStream in = Objects.requireNonNull(owner.getResourceAsStream(file), file);
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            texts.putAll(new PoReader(file).read(lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Catalogue(texts);
    }

    /** Returns the English texts that there are translations of. */
    public Set<String> texts() {
        return texts.keySet();
    }

    /** Returns {@code english} in this language; as it is if nobody has translated it. */
    public String text(String english, Object... values) {
        return Template.of(texts.getOrDefault(english, english)).with(values);
    }

    /** Returns a finished sentence in this language: the form that it has is looked for, and its values are translated where they are sentences. */
    public String sentence(String english) {
        return sentence(english, DEEPEST);
    }

    private String sentence(String english, int deep) {
        String translated = whole.get(english);
        if (translated != null || deep == 0) {
            return translated == null ? english : translated;
        }
        for (Translation form : forms) {
            Optional<String[]> values = form.english().values(english);
            if (values.isPresent()) {
                return form.translated().with(translated(values.get(), deep - 1));
            }
        }
        return english;
    }

    private @Nullable Object[] translated(String[] values, int deep) {
        @Nullable Object[] translated = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            // One word alone may be what somebody has typed.
            translated[i] = values[i] == null || values[i].indexOf(' ') < 0 ? values[i] : sentence(values[i], deep);
        }
        return translated;
    }
}
