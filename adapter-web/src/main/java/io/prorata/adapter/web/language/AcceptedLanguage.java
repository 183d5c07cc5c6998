package io.prorata.adapter.web.language;

import io.micronaut.http.HttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** {@code Accept-Language} under another name, because the framework fails on empty values. */
public final class AcceptedLanguage {

    private static final String KEPT = "Prorata-Accept-Language";

    private AcceptedLanguage() {}

    /** Renames the header; the internal name is refused from outside. */
    public static void keep(HttpHeaders headers) {
        String accepted = headers.get(HttpHeaderNames.ACCEPT_LANGUAGE);
        headers.remove(HttpHeaderNames.ACCEPT_LANGUAGE);
        headers.remove(KEPT);
        if (accepted != null) {
            headers.set(KEPT, accepted);
        }
    }

    /** Returns the header of {@code request}. */
    public static @Nullable String of(HttpRequest<?> request) {
        return request.getHeaders().get(KEPT);
    }
}
