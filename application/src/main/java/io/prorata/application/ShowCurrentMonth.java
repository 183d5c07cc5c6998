package io.prorata.application;

import io.prorata.application.port.UnitOfWork;
import io.prorata.domain.household.HouseholdId;
import java.time.Clock;
import java.time.YearMonth;

/** Shows which month it is where the household lives. */
public final class ShowCurrentMonth {

    private final UnitOfWork work;
    private final Clock clock;

    public ShowCurrentMonth(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    public YearMonth show(HouseholdId household) {
        return work.read(
                household,
                books -> YearMonth.now(
                        clock.withZone(books.households().get(household).zone())));
    }
}
