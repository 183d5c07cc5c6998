package io.prorata.adapter.web.answer;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import java.util.Collection;
import java.util.List;

/** In which of several media types an asker would have an answer (RFC 9110, section 12.5.1). */
public final class AcceptedType {

    private AcceptedType() {}

    /** Returns the type of {@code offered} that is wanted most; the first where any will do. */
    public static String of(HttpRequest<?> request, List<String> offered) {
        // In the order of their weights.
        Collection<MediaType> wanted = request.accept();
        return wanted.stream()
                .flatMap(range -> offered.stream().filter(type -> range.matches(MediaType.of(type))))
                .findFirst()
                .orElse(offered.getFirst());
    }
}
