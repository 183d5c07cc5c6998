package io.prorata.adapter.web.rendering.fragment;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.application.query.DrillDownQuery.Level;
import io.prorata.domain.ledger.CategoryChoice;
import io.prorata.domain.ledger.ExpenseType;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A deeper level with its address. */
@Serdeable.Serializable
public record OptionJson(String level, String url) {

    /** Returns the levels below {@code level}, the next first. */
    public static List<OptionJson> below(Level level, CategoryChoice choice, YearMonth month, ExpenseType type) {
        return Arrays.stream(Level.values())
                .filter(deeper -> deeper.compareTo(level) > 0)
                .map(deeper -> of(deeper, choice, month, type))
                .toList();
    }

    public static OptionJson of(Level level, CategoryChoice choice, YearMonth month, ExpenseType type) {
        return new OptionJson(level.name().toLowerCase(Locale.ROOT), Links.drillDown(choice, month, type, level));
    }
}
