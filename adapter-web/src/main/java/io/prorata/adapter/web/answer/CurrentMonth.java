package io.prorata.adapter.web.answer;

import io.prorata.application.Access;
import io.prorata.application.ShowCurrentMonth;
import jakarta.inject.Singleton;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** The month that is shown where none is named: the current one where the household lives. */
@Singleton
public final class CurrentMonth {

    private final ShowCurrentMonth showCurrentMonth;

    CurrentMonth(ShowCurrentMonth showCurrentMonth) {
        this.showCurrentMonth = showCurrentMonth;
    }

    /** @param named absent if the request names none; what cannot be read was refused before */
    public YearMonth or(@Nullable YearMonth named, Access access) {
        return named == null ? showCurrentMonth.show(access.household()) : named;
    }
}
