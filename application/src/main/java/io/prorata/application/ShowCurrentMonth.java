package io.prorata.application;

import io.prorata.application.port.UnitOfWork;
import io.prorata.domain.household.HouseholdId;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;

/** Shows which month it is where the household lives. */
public final class ShowCurrentMonth {

    private final UnitOfWork work;
    private final Clock clock;

    public ShowCurrentMonth(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /** Asks the books for the household's zone only where it matters, within a day of the turn of a month. */
    public YearMonth show(HouseholdId household) {
        YearMonth earliest = YearMonth.now(clock.withZone(ZoneOffset.MIN));
        YearMonth latest = YearMonth.now(clock.withZone(ZoneOffset.MAX));
        return earliest.equals(latest)
                ? latest
                : work.read(
                        household,
                        books -> YearMonth.now(
                                clock.withZone(books.households().get(household).zone())));
    }
}
