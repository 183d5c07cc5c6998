package io.prorata.adapter.web.answer;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import java.util.Collection;
import java.util.List;

/** Chooses a media type by {@code Accept} (RFC 9110, section 12.5.1). */
public final class AcceptedType {

    private AcceptedType() {}

    /** Returns the preferred type of {@code offered}; the first if all are equal. */
    public static String of(HttpRequest<?> request, List<String> offered) {
        // Sorted by weight.
        Collection<MediaType> wanted = request.accept();
        return wanted.stream()
                .flatMap(range -> offered.stream().filter(type -> range.matches(MediaType.of(type))))
                .findFirst()
                .orElse(offered.getFirst());
    }
}
