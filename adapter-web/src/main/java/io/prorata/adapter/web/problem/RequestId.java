package io.prorata.adapter.web.problem;

import io.micronaut.http.HttpRequest;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** The id of a request in the log: that of the client if it is well-formed, otherwise random. */
public final class RequestId {

    public static final String HEADER = "X-Request-Id";

    private static final String ATTRIBUTE = "prorata.request-id";
    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private RequestId() {}

    /** Returns the id of {@code request}, the same each time. */
    public static String of(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, String.class).orElseGet(() -> {
            String stated = request.getHeaders().get(HEADER);
            String id = stated != null && WELL_FORMED.matcher(stated).matches() ? stated : drawn();
            request.setAttribute(ATTRIBUTE, id);
            return id;
        });
    }

    private static String drawn() {
        // A name, no secret: of a generator that no two threads share.
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }
}
