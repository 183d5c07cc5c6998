package io.prorata.adapter.web.description;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is said above controllers' methods and records, read from the sources: it is not said a second time for the description. */
final class Javadocs {

    /** Found from the classes of the tests: the description is made in whatever directory the build runs. */
    private static final Path SOURCES = sources();

    private Javadocs() {}

    private static Path sources() {
        try {
            Path classes = Path.of(
                    Javadocs.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            return classes.resolve(Path.of("..", "..", "src", "main", "java")).normalize();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns what is said above a method. */
    static Optional<String> ofMethod(Class<?> type, String method) {
        return find(
                        type,
                        "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:@[^\\n]*\\n\\s*)+(?:public )?[A-Za-z<>\\[\\]., ]+ "
                                + Pattern.quote(method) + "\\(")
                .map(Javadocs::words)
                .filter(text -> !text.isEmpty());
    }

    /** Returns what is said of a record, or an interface whose forms are records, as a whole. */
    static Optional<String> ofType(Class<?> type) {
        return comment(type).map(Javadocs::words).filter(text -> !text.isEmpty());
    }

    /** Returns what is said of a record's component. */
    static Optional<String> ofComponent(Class<?> type, String component) {
        return comment(type).flatMap(comment -> {
            Matcher param = Pattern.compile("(?s)@param " + component + "\\s+(.*?)(?=@param|$)")
                    .matcher(comment);
            return param.find() ? Optional.of(plain(param.group(1))) : Optional.empty();
        });
    }

    private static Optional<String> comment(Class<?> type) {
        return find(
                type,
                "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:@[^\\n]*\\n\\s*)*(?:public )?(?:sealed )?(?:record|interface) "
                        + type.getSimpleName() + "\\b");
    }

    private static Optional<String> find(Class<?> type, String pattern) {
        Matcher comment = Pattern.compile(pattern, Pattern.DOTALL).matcher(source(type));
        return comment.find() ? Optional.of(comment.group(1)) : Optional.empty();
    }

    /** The part before the tags. */
    private static String words(String comment) {
        return plain(comment.replaceAll("(?s)@param.*", ""));
    }

    private static String plain(String comment) {
        return comment.replaceAll("(?m)^\\s*\\*", "")
                .replaceAll(
                        "\\{@(?:code|link) (?:[A-Za-z]*#)?((?:[^{}]|\\{[^{}]*\\}|\\{(?:[^{}]|\\{[^{}]*\\})*\\})*)\\}",
                        "$1")
                .replaceAll("</?p>", "")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String source(Class<?> type) {
        Class<?> outermost = type;
        while (outermost.getEnclosingClass() != null) {
            outermost = outermost.getEnclosingClass();
        }
        try {
            return Files.readString(SOURCES.resolve(outermost.getName().replace('.', '/') + ".java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
