package io.prorata.application.household;

import io.prorata.application.port.UnitOfWork;
import io.prorata.domain.household.HouseholdId;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;

/** Shows which month it is where the household lives. */
public final class ShowCurrentMonth {

    private final UnitOfWork work;
    private final Clock clock;

    public ShowCurrentMonth(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /** Returns the month, if it is the same one wherever anybody lives: only within a day of its turn it is not. */
    public Optional<YearMonth> showAtOnce() {
        YearMonth earliest = YearMonth.now(clock.withZone(ZoneOffset.MIN));
        YearMonth latest = YearMonth.now(clock.withZone(ZoneOffset.MAX));
        return earliest.equals(latest) ? Optional.of(latest) : Optional.empty();
    }

    /** Asks the books for the household's zone only where it matters. */
    public YearMonth show(HouseholdId household) {
        return showAtOnce()
                .orElseGet(() -> work.read(
                        household,
                        books -> YearMonth.now(
                                clock.withZone(books.households().get(household).zone()))));
    }
}
