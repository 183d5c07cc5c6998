package io.prorata.adapter.persistence.converter;

import java.time.LocalDate;
import org.jooq.impl.AbstractConverter;
import org.jspecify.annotations.Nullable;

/** A date as text {@code YYYY-MM-DD}. */
public final class DateConverter extends AbstractConverter<String, LocalDate> {

    private static final long serialVersionUID = 1L;

    public DateConverter() {
        super(String.class, LocalDate.class);
    }

    @Override
    public @Nullable LocalDate from(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    @Override
    public @Nullable String to(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }
}
