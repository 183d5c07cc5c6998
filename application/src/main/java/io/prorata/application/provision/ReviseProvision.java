package io.prorata.application.provision;

import io.prorata.application.plan.EffectiveFrom;
import io.prorata.application.plan.PlanChange;
import io.prorata.application.plan.PlanWrite;
import io.prorata.application.port.Actor;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.request.InCurrency;
import io.prorata.application.request.PatchField;
import io.prorata.application.request.Precondition;
import io.prorata.domain.RefusedException;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.money.Money;
import io.prorata.domain.provision.Provision;
import io.prorata.domain.provision.ProvisionCard;
import io.prorata.domain.provision.ProvisionTerms;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Optional;

/**
 * Changes a provision: its terms from a month on, its last month, its card in every month, its opening balance from its first month on.
 */
public final class ReviseProvision {

    private final PlanWrite<Provision, ProvisionTerms> provisions;

    public ReviseProvision(UnitOfWork work, Clock clock) {
        this.provisions = new PlanWrite<>(work, clock, new ProvisionKind());
    }

    /**
     * What the provision is to be.
     *
     * @param terms what is to hold from the month on; empty to leave the terms as they are
     * @param until the last month in which it holds; taken away: it has no end
     */
    public record Command(
            ProvisionCard card, Money opening, Optional<ProvisionTerms> terms, PatchField<YearMonth> until)
            implements PlanWrite.Reviser<Provision, ProvisionTerms> {

        /** Of a provision whose last month stays. */
        public Command(ProvisionCard card, Money opening, Optional<ProvisionTerms> terms) {
            this(card, opening, terms, PatchField.not());
        }

        /** The opening balance counts from the first month on, whatever month the terms change in. */
        @Override
        public PlanWrite.Revision<Provision, ProvisionTerms> over(Provision before) {
            return new PlanWrite.Revision<>(
                    new Provision(before.id(), card, opening, before.terms(), before.movements(), before.rows()),
                    terms,
                    until,
                    before.opening().equals(opening)
                            ? Optional.empty()
                            : Optional.of(new PlanWrite.Moved(
                                    before.terms().entries().getFirst().from(), "/opening_balance")));
        }
    }

    /**
     * @param from of the terms; the card is the same for every month
     * @throws RefusedException if the provision is unknown or {@code expected} is overtaken, it names somebody unknown, it would end before
     *     it begins, or a month that is over would change unasked
     */
    public Committed<PlanChange<Provision>> revise(
            HouseholdId household,
            Actor actor,
            long id,
            Precondition expected,
            EffectiveFrom from,
            InCurrency<Command> stated) {
        return provisions.revise(household, actor, id, expected, from, stated);
    }
}
