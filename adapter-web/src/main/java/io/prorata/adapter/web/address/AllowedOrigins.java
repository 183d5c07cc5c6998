package io.prorata.adapter.web.address;

import io.prorata.adapter.web.properties.ServerProperties;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The allowed origins of other pages: none by default, each stated exactly. Their pages send a token, and never have the session of the
 * server's own page.
 */
@Singleton
public final class AllowedOrigins {

    private static final Pattern ORIGIN =
            Pattern.compile("(https?)://(\\[[0-9a-f:.]{2,45}]|[0-9a-z_.-]{1,255})(?::([0-9]{1,5}))?");

    private final Set<String> origins;

    AllowedOrigins(ServerProperties properties) {
        this.origins = properties.allowedOrigins().stream()
                .filter(origin -> !origin.isBlank())
                .map(origin -> read(origin)
                        .orElseThrow(() -> new IllegalArgumentException("not the origin of a page: " + origin)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns {@code text} in the form of browsers: in lower case and without the default port; empty if it is no origin. */
    public static Optional<String> read(String text) {
        Matcher form = ORIGIN.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!form.matches()) {
            return Optional.empty();
        }
        String usual = form.group(1).equals("https") ? "443" : "80";
        String port = form.group(3) == null || form.group(3).equals(usual) ? "" : ":" + form.group(3);
        return Optional.of(form.group(1) + "://" + form.group(2) + port);
    }

    /** Whether any origin is allowed. */
    public boolean isOpen() {
        return !origins.isEmpty();
    }

    /** @param origin as browsers send it; absent if the request is not from a page */
    public boolean allows(@Nullable String origin) {
        return origin != null && origins.contains(origin);
    }
}
