package io.prorata.adapter.web.answer;

import io.prorata.application.Access;
import io.prorata.application.ShowCurrentMonth;
import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.util.Optional;

/** The month that is shown where none is named: the current one where the household lives. */
@Singleton
public final class CurrentMonth {

    private final ShowCurrentMonth showCurrentMonth;

    CurrentMonth(ShowCurrentMonth showCurrentMonth) {
        this.showCurrentMonth = showCurrentMonth;
    }

    public YearMonth or(Optional<YearMonth> named, Access access) {
        return named.orElseGet(() -> showCurrentMonth.show(access.household()));
    }
}
