package io.prorata.application.account;

import io.prorata.application.household.HouseholdSettings;
import io.prorata.application.plan.EffectiveFrom;
import io.prorata.application.port.Actor;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.AuditEntry;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.port.UnitOfWork.Decision;
import io.prorata.application.request.Precondition;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.time.Timeline;
import java.time.Clock;
import java.time.YearMonth;

/** States whether there is a pot, from a month on. */
public final class StatePot {

    private final UnitOfWork work;
    private final Clock clock;

    public StatePot(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /** Whether there is a pot from {@code from} on; {@code all} is what holds in every month. */
    public record Pot(YearMonth from, boolean there, Timeline<Boolean> all) {}

    /**
     * @throws io.prorata.domain.RefusedException if {@code expected} is overtaken, or a month that is over would change unasked
     */
    public Committed<Pot> state(
            HouseholdId household, Actor actor, Precondition expected, EffectiveFrom from, boolean there) {
        return work.write(household, actor, books -> {
            Household settings = books.households().get(household);
            Stamp stamp = books.revisions().stampOf(household, HouseholdSettings.SCOPES);
            expected.check(stamp);
            YearMonth month = from.in(settings, clock);
            Timeline<Boolean> before = books.plans().accounts(household).pot();
            if (before.at(month).orElse(true) == there) {
                return Decision.unchanged(new Pot(month, there, before), stamp);
            }
            from.requireOpen(month, settings, clock);
            var pot = new Pot(month, there, before.with(month, there));
            books.accounts().keepPot(household, pot.all());
            return new Decision<>(
                    pot,
                    new Change.PotStated(month),
                    AuditEntry.changed("pot stated", new Pot(month, !there, before), pot));
        });
    }
}
