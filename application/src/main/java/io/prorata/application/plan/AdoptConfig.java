package io.prorata.application.plan;

import io.prorata.application.port.Actor;
import io.prorata.application.port.AuditEntry;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.port.UnitOfWork.Decision;
import io.prorata.application.request.BrokenRules;
import io.prorata.application.request.InCurrency;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.plan.Config;
import io.prorata.domain.plan.MemberIncome;
import io.prorata.domain.split.SplitKey;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Puts a version of the config in force from a month on. */
public final class AdoptConfig {

    private final UnitOfWork work;
    private final Clock clock;

    public AdoptConfig(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /**
     * What to adopt.
     *
     * @param from the current month of the household if empty
     * @param restate whether a month that is over may change
     */
    public record Command(Optional<YearMonth> from, List<MemberIncome> members, SplitKey key, boolean restate) {}

    /**
     * @param stated the command, read in the currency that the household has inside the write
     * @throws RefusedException if a member is unknown, or a month that is over would change unasked
     */
    public Committed<InCurrency<Config>> adopt(HouseholdId household, Actor actor, Function<Currency, Command> stated) {
        return work.write(household, actor, books -> {
            Household settings = books.households().get(household);
            Command command = stated.apply(settings.currency());
            for (int i = 0; i < command.members().size(); i++) {
                MemberCheck.require(settings, command.members().get(i).member(), "/members/" + i + "/member");
            }
            YearMonth current = YearMonth.now(clock.withZone(settings.zone()));
            YearMonth from = command.from().orElse(current);
            boolean first = books.plans().book(household).configs().entries().isEmpty();
            if (!first && from.isBefore(current) && !command.restate()) {
                throw new RefusedException(new Refusal.PastMonth(from, current, "/from"));
            }
            long id = books.plans().nextConfigId(household);
            Config config = BrokenRules.at("/members", () -> new Config(id, from, command.members(), command.key()));
            books.plans().add(household, config);
            return new Decision<>(
                    new InCurrency<>(config, settings.currency()),
                    new Change.ConfigAdopted(from),
                    AuditEntry.added("config adopted", config));
        });
    }
}
