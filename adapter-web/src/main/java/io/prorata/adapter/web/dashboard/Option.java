package io.prorata.adapter.web.dashboard;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.application.port.ViewQuery.DrillDown.Level;
import io.prorata.domain.ledger.CategoryChoice;
import io.prorata.domain.ledger.ExpenseType;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A deeper level, and where it is. */
@Serdeable.Serializable
record Option(String level, String url) {

    /** Returns the levels below {@code level}, the next first. */
    static List<Option> below(Level level, CategoryChoice choice, YearMonth month, ExpenseType type) {
        return Arrays.stream(Level.values())
                .filter(deeper -> deeper.compareTo(level) > 0)
                .map(deeper -> of(deeper, choice, month, type))
                .toList();
    }

    static Option of(Level level, CategoryChoice choice, YearMonth month, ExpenseType type) {
        return new Option(level.name().toLowerCase(Locale.ROOT), Links.drillDown(choice, month, type, level));
    }
}
