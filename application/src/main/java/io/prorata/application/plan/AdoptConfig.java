package io.prorata.application.plan;

import io.prorata.application.port.Actor;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.AuditEntry;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.port.UnitOfWork.Decision;
import io.prorata.application.request.BrokenRules;
import io.prorata.application.request.InCurrency;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.household.Member;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.plan.Config;
import io.prorata.domain.plan.MemberIncome;
import io.prorata.domain.plan.PlanBook;
import io.prorata.domain.split.SplitKey;
import io.prorata.domain.time.Timeline;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

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
     * What was adopted.
     *
     * @param leaving those whom this version does not name although they were present in its month until now, or, with the first version,
     *     belong to the household
     * @param plansMoved the months that are over in which figures are not as they were
     */
    public record Adopted(Config config, List<MemberKey> leaving, SortedSet<YearMonth> plansMoved, Currency currency) {}

    /**
     * @param stated the command, read in the currency that the household has to have still
     * @throws RefusedException if a member is unknown, or a month that is over would change unasked
     */
    public Committed<Adopted> adopt(HouseholdId household, Actor actor, InCurrency<Command> stated) {
        return work.write(household, actor, books -> {
            Household settings = stated.within(books.households().get(household));
            Command command = stated.thing();
            for (int i = 0; i < command.members().size(); i++) {
                MemberCheck.require(settings, command.members().get(i).member(), "/members/" + i + "/member");
            }
            YearMonth current = settings.monthAt(clock.instant());
            YearMonth from = command.from().orElse(current);
            PlanBook book = books.plans().book(household);
            Timeline<Config> before = book.configs();
            if (!before.entries().isEmpty() && from.isBefore(current) && !command.restate()) {
                throw new RefusedException(new Refusal.PastMonth(from, current, "/from"));
            }
            long id = books.plans().nextConfigId(household);
            Config config = BrokenRules.at("/members", () -> new Config(id, from, command.members(), command.key()));
            books.plans().add(household, config);
            return new Decision<>(
                    new Adopted(
                            config,
                            leaving(settings, before, config),
                            new PlansMoved(settings, clock)
                                    .by(book, books.plans().book(household)),
                            settings.currency()),
                    new Change.ConfigAdopted(from),
                    AuditEntry.added("config adopted", config));
        });
    }

    private static List<MemberKey> leaving(Household settings, Timeline<Config> before, Config config) {
        List<MemberKey> soFar = before.entries().isEmpty()
                ? settings.members().stream().map(Member::key).toList()
                : before.at(config.from()).map(Config::present).orElse(List.of());
        return soFar.stream()
                .filter(member -> !config.present().contains(member))
                .toList();
    }
}
