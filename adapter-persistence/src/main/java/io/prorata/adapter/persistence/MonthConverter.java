package io.prorata.adapter.persistence;

import java.time.YearMonth;
import org.jooq.impl.AbstractConverter;
import org.jspecify.annotations.Nullable;

/** A month as text {@code YYYY-MM}. */
public final class MonthConverter extends AbstractConverter<String, YearMonth> {

    private static final long serialVersionUID = 1L;

    public MonthConverter() {
        super(String.class, YearMonth.class);
    }

    @Override
    public @Nullable YearMonth from(@Nullable String text) {
        return text == null ? null : YearMonth.parse(text);
    }

    @Override
    public @Nullable String to(@Nullable YearMonth month) {
        return month == null ? null : month.toString();
    }
}
