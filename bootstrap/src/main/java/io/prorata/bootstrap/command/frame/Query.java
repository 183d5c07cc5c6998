package io.prorata.bootstrap.command.frame;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A path of the API with parameters. */
public record Query(String path) {

    /** Returns the same with a parameter; without it if there is no value. */
    public Query with(String name, @Nullable String value) {
        if (value == null) {
            return this;
        }
        return new Query(path + (path.indexOf('?') < 0 ? '?' : '&') + name + "="
                + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    /** Returns the same with a parameter that is {@code true}; without it if it is not. */
    public Query with(String name, boolean value) {
        return value ? with(name, "true") : this;
    }
}
