package io.prorata.adapter.web.language;

import io.micronaut.http.HttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** What {@code Accept-Language} says, under a name that the framework does not read: it fails where that names no language. */
public final class AcceptedLanguage {

    private static final String KEPT = "Prorata-Accept-Language";

    private AcceptedLanguage() {}

    /** Puts it under its other name, which nobody outside may use. */
    public static void keep(HttpHeaders headers) {
        String accepted = headers.get(HttpHeaderNames.ACCEPT_LANGUAGE);
        headers.remove(HttpHeaderNames.ACCEPT_LANGUAGE);
        headers.remove(KEPT);
        if (accepted != null) {
            headers.set(KEPT, accepted);
        }
    }

    /** Returns what {@code request} says of languages, as it was written. */
    public static @Nullable String of(HttpRequest<?> request) {
        return request.getHeaders().get(KEPT);
    }
}
