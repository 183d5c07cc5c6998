package io.prorata.application.provision;

import io.prorata.application.plan.NewTimeline;
import io.prorata.application.plan.PlanChange;
import io.prorata.application.plan.PlansMoved;
import io.prorata.application.plan.TermsCheck;
import io.prorata.application.port.Actor;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.AuditEntry;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.port.UnitOfWork.Decision;
import io.prorata.application.request.InCurrency;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.money.Money;
import io.prorata.domain.plan.PlanBook;
import io.prorata.domain.provision.Provision;
import io.prorata.domain.provision.ProvisionCard;
import io.prorata.domain.provision.ProvisionTerms;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** Plans to set money aside each month. */
public final class PlanProvision {

    private final UnitOfWork work;
    private final Clock clock;

    public PlanProvision(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /**
     * What to plan.
     *
     * @param opening what is there already
     * @param from the current month of the household if empty
     * @param until the last month in which it holds; empty for no end
     * @param dryRun whether to say only what would become of it; the provision has the id 0 then
     */
    public record Command(
            ProvisionCard card,
            Money opening,
            ProvisionTerms terms,
            Optional<YearMonth> from,
            Optional<YearMonth> until,
            boolean dryRun) {

        /** Of a provision that is to be planned. */
        public Command(
                ProvisionCard card,
                Money opening,
                ProvisionTerms terms,
                Optional<YearMonth> from,
                Optional<YearMonth> until) {
            this(card, opening, terms, from, until, false);
        }
    }

    /**
     * @param stated the command, read in the currency that the household has to have still
     * @throws io.prorata.domain.RefusedException if it names somebody unknown, or ends before it begins
     */
    public Committed<PlanChange<Provision>> plan(HouseholdId household, Actor actor, InCurrency<Command> stated) {
        return work.write(household, actor, books -> {
            Household settings = stated.within(books.households().get(household));
            Command command = stated.thing();
            YearMonth from = command.from().orElse(settings.monthAt(clock.instant()));
            TermsCheck.require(settings, command.terms(), from, "");
            PlanBook book = books.plans().book(household);
            var provision = new Provision(
                    command.dryRun() ? 0 : books.plans().nextProvisionId(household),
                    command.card(),
                    command.opening(),
                    NewTimeline.between(from, command.until(), command.terms()),
                    List.of());
            var planned = new PlanChange<>(
                    provision, settings.currency(), new PlansMoved(settings, clock).by(book, provision), book);
            if (command.dryRun()) {
                return Decision.unchanged(planned, Stamp.NEVER);
            }
            books.plans().add(household, provision);
            return new Decision<>(
                    planned, new Change.ProvisionPlanned(from), AuditEntry.added("provision planned", provision));
        });
    }
}
