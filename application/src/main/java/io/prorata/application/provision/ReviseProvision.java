package io.prorata.application.provision;

import io.prorata.application.plan.EffectiveFrom;
import io.prorata.application.plan.MemberCheck;
import io.prorata.application.port.Actor;
import io.prorata.application.port.AuditEntry;
import io.prorata.application.port.Plans.Planned;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.port.UnitOfWork.Decision;
import io.prorata.application.request.InCurrency;
import io.prorata.application.request.Precondition;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.money.Money;
import io.prorata.domain.provision.Provision;
import io.prorata.domain.provision.ProvisionCard;
import io.prorata.domain.provision.ProvisionTerms;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Currency;
import java.util.Optional;
import java.util.stream.Stream;

/** Changes a provision: its terms from a month on, its card in every month, its opening balance from its first month on. */
public final class ReviseProvision {

    private final UnitOfWork work;
    private final Clock clock;

    public ReviseProvision(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /**
     * What the provision is to be.
     *
     * @param terms what is to hold from the month on; empty to leave the terms as they are
     */
    public record Command(ProvisionCard card, Money opening, Optional<ProvisionTerms> terms) {}

    /** Says what a provision is to be. */
    public interface Stated {

        /**
         * @param currency of the household
         * @param before the provision as it is
         * @param inForce its terms in the month from which the change holds, empty if it is not in force then
         */
        Command over(Currency currency, Provision before, Optional<ProvisionTerms> inForce);
    }

    /**
     * @param from of the terms; the card is the same for every month
     * @throws RefusedException if the provision is unknown or {@code expected} is overtaken, it names somebody unknown, or a month that is
     *     over would change unasked
     */
    public Committed<InCurrency<Provision>> revise(
            HouseholdId household, Actor actor, long id, Precondition expected, EffectiveFrom from, Stated stated) {
        return work.write(household, actor, books -> {
            Household settings = books.households().get(household);
            Planned<Provision> planned = books.plans()
                    .provision(household, id)
                    .orElseThrow(() -> new RefusedException(new Refusal.UnknownProvision(id)));
            Stamp stamp = books.revisions().stampAt(household, planned.changedAt());
            expected.check(stamp);

            Provision before = planned.thing();
            YearMonth month = from.in(settings, clock);
            Optional<ProvisionTerms> inForce = before.terms().at(month);
            Command command = stated.over(settings.currency(), before, inForce);
            Optional<ProvisionTerms> terms =
                    command.terms().filter(wanted -> !Optional.of(wanted).equals(inForce));
            terms.ifPresent(changed -> MemberCheck.requireAll(settings, changed));

            var after = new Provision(
                    id,
                    command.card(),
                    command.opening(),
                    terms.map(changed -> before.terms().with(month, changed)).orElse(before.terms()),
                    before.movements());
            Optional<YearMonth> first = firstChanged(before, after, terms.map(changed -> month));
            first.ifPresent(changed -> from.requireOpen(
                    changed,
                    settings,
                    clock,
                    terms.isPresent() && changed.equals(month) ? EffectiveFrom.PARAMETER : "/opening_balance"));
            var result = new InCurrency<>(after, settings.currency());
            if (after.equals(before)) {
                return Decision.unchanged(result, stamp);
            }
            books.plans().replace(household, after);
            return new Decision<>(
                    result,
                    new Change.ProvisionRevised(first, !before.card().equals(after.card())),
                    AuditEntry.changed("provision revised", before, after));
        });
    }

    /** The opening balance counts from the first month on, whatever month the terms change in. */
    private static Optional<YearMonth> firstChanged(Provision before, Provision after, Optional<YearMonth> terms) {
        Optional<YearMonth> opening = before.opening().equals(after.opening())
                ? Optional.empty()
                : Optional.of(after.terms().entries().getFirst().from());
        return Stream.of(terms, opening).flatMap(Optional::stream).min(YearMonth::compareTo);
    }
}
