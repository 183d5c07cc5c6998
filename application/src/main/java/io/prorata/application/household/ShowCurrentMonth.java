package io.prorata.application.household;

import io.prorata.application.port.UnitOfWork;
import io.prorata.domain.household.HouseholdId;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;

/** Shows the current month in the household's zone. */
public final class ShowCurrentMonth {

    private final UnitOfWork work;
    private final Clock clock;

    public ShowCurrentMonth(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /** Returns the month if it is the same in all zones, which is so except near its first and last day. */
    public Optional<YearMonth> showAtOnce() {
        YearMonth earliest = YearMonth.now(clock.withZone(ZoneOffset.MIN));
        YearMonth latest = YearMonth.now(clock.withZone(ZoneOffset.MAX));
        return earliest.equals(latest) ? Optional.of(latest) : Optional.empty();
    }

    /** Reads the household's zone only if it matters. */
    public YearMonth show(HouseholdId household) {
        return showAtOnce()
                .orElseGet(() -> work.read(
                        household, books -> books.households().get(household).monthAt(clock.instant())));
    }
}
