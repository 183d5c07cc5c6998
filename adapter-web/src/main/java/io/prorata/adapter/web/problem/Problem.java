package io.prorata.adapter.web.problem;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.prorata.adapter.web.language.Catalogue;
import io.prorata.adapter.web.language.Language;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong with a request (RFC 9457).
 *
 * @param kind stable name; the document's type is {@code /problems/<kind>}, and {@code docs/problems/} has a page of it
 * @param title of the kind, the same each time
 * @param detail of this occurrence, in words for a person
 * @param errors what is wrong with which part of the request, if it can be said
 * @param extensions further members, such as the ids concerned
 * @param values of this occurrence, for the same detail in another language; the detail itself where none are stated
 * @param retryAfterSeconds when trying again may help; absent where it would not
 * @param challenge why the token is not enough (RFC 6750, section 3); absent where it is not about a token
 */
public record Problem(
        String kind,
        String title,
        HttpStatus status,
        String detail,
        List<PartError> errors,
        Map<String, Object> extensions,
        List<String> values,
        @Nullable Integer retryAfterSeconds,
        @Nullable String challenge) {

    /** What is wrong with one part of a request. */
    public sealed interface PartError {

        String detail();

        /** Returns the same part with what is said of it in another language. */
        default PartError saying(String other) {
            return switch (this) {
                case InBody(String pointer, String _) -> new InBody(pointer, other);
                case InParameter(String parameter, String _) -> new InParameter(parameter, other);
                case InHeader(String header, String _) -> new InHeader(header, other);
            };
        }

        /**
         * In the body.
         *
         * @param pointer as in RFC 6901; empty for the whole body
         */
        record InBody(String pointer, String detail) implements PartError {}

        /** In a query parameter or a variable of the path. */
        record InParameter(String parameter, String detail) implements PartError {}

        /** In a header. */
        record InHeader(String header, String detail) implements PartError {}
    }

    private static final String ATTRIBUTE = "prorata.problem";

    /** Returns the problem that {@code request} is answered with, if it is answered with one. */
    public static Optional<Problem> of(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, Problem.class);
    }

    void attachTo(HttpRequest<?> request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    public static Problem of(String kind, String title, HttpStatus status, String detail) {
        return new Problem(kind, title, status, detail, List.of(), Map.of(), List.of(detail), null, null);
    }

    /** The request cannot be read: bad syntax, an unknown name, a wrong type. */
    public static Problem unreadable(PartError... errors) {
        return of("unreadable-request", "Request not readable", HttpStatus.BAD_REQUEST, detail(errors))
                .at(errors);
    }

    /** The request was read, and the rules refuse it. */
    public static Problem invalid(PartError... errors) {
        return of("invalid-request", "Invalid value", HttpStatus.UNPROCESSABLE_ENTITY, detail(errors))
                .at(errors);
    }

    private static String detail(PartError... errors) {
        String first = errors[0].detail();
        return errors.length == 1 ? first : first + " (and " + (errors.length - 1) + " more)";
    }

    /** Returns who can do something about it. */
    public ProblemCategory category() {
        return ProblemCategory.of(status);
    }

    /** Returns whether this says what is wrong with parts of the request, and nothing else. */
    public boolean isOfParts() {
        return !errors.isEmpty() && (kind.equals("unreadable-request") || kind.equals("invalid-request"));
    }

    public Problem at(PartError... parts) {
        return new Problem(
                kind, title, status, detail, List.of(parts), extensions, values, retryAfterSeconds, challenge);
    }

    public Problem with(String name, Object value) {
        var more = new LinkedHashMap<>(extensions);
        more.put(name, value);
        return new Problem(kind, title, status, detail, errors, more, values, retryAfterSeconds, challenge);
    }

    /** @param said the values that the detail says, in the order of its texts in other languages */
    public Problem saying(Object... said) {
        List<String> texts = Stream.of(said).map(Object::toString).toList();
        return new Problem(kind, title, status, detail, errors, extensions, texts, retryAfterSeconds, challenge);
    }

    /** Returns this problem with its title, its detail and what it says of parts as {@code language} says them. */
    public Problem in(Language language) {
        if (language == Language.EN) {
            return this;
        }
        Catalogue texts = ErrorTexts.in(language);
        List<String> said = values.equals(List.of(detail)) ? List.of(texts.sentence(detail)) : values;
        return new Problem(
                kind,
                ProblemTexts.title(language, kind),
                status,
                ProblemTexts.detail(language, kind, said, detail),
                errors.stream()
                        .map(error -> error.saying(texts.sentence(error.detail())))
                        .toList(),
                extensions,
                values,
                retryAfterSeconds,
                challenge);
    }

    public Problem retryAfter(int seconds) {
        return new Problem(kind, title, status, detail, errors, extensions, values, seconds, challenge);
    }

    /** @param parameters of the challenge behind its realm; empty if the request has no token */
    public Problem challenged(String parameters) {
        String bearer = "Bearer realm=\"prorata\"" + (parameters.isEmpty() ? "" : ", " + parameters);
        return new Problem(kind, title, status, detail, errors, extensions, values, retryAfterSeconds, bearer);
    }
}
