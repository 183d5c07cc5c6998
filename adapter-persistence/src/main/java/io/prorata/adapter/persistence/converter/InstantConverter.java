package io.prorata.adapter.persistence.converter;

import java.time.Instant;
import org.jooq.impl.AbstractConverter;
import org.jspecify.annotations.Nullable;

/** An instant as text, RFC 3339 in UTC. */
public final class InstantConverter extends AbstractConverter<String, Instant> {

    private static final long serialVersionUID = 1L;

    public InstantConverter() {
        super(String.class, Instant.class);
    }

    @Override
    public @Nullable Instant from(@Nullable String text) {
        return text == null ? null : Instant.parse(text);
    }

    @Override
    public @Nullable String to(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
