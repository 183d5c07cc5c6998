package io.prorata.application.plan;

import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.household.Household;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Optional;

/**
 * The month from which a change of the plan holds.
 *
 * @param month the current month of the household if empty
 * @param restate whether a month that is over may change
 */
public record EffectiveFrom(Optional<YearMonth> month, boolean restate) {

    /** The name of the parameter. */
    public static final String PARAMETER = "from";

    /** From the current month on. */
    public static final EffectiveFrom NOW = new EffectiveFrom(Optional.empty(), false);

    /** Returns the month itself. */
    public YearMonth in(Household settings, Clock clock) {
        return month.orElseGet(() -> current(settings, clock));
    }

    /** @throws RefusedException if {@code first} is over, and the change does not say {@code restate} */
    public void requireOpen(YearMonth first, Household settings, Clock clock) {
        requireOpen(first, settings, clock, PARAMETER);
    }

    /** As {@link #requireOpen(YearMonth, Household, Clock)}, if another month than the requested one is over. */
    public void requireOpen(YearMonth first, Household settings, Clock clock, String where) {
        YearMonth current = current(settings, clock);
        if (first.isBefore(current) && !restate) {
            throw new RefusedException(new Refusal.PastMonth(first, current, where));
        }
    }

    private static YearMonth current(Household settings, Clock clock) {
        return settings.monthAt(clock.instant());
    }
}
