package io.prorata.domain.derivation;

import io.prorata.domain.household.MemberKey;
import io.prorata.domain.household.Party;
import io.prorata.domain.ledger.MoneySource;
import io.prorata.domain.ledger.MonthFacts;
import io.prorata.domain.plan.MonthPlan;
import io.prorata.domain.plan.PlanBook;
import io.prorata.domain.settlement.Basis;
import io.prorata.domain.settlement.Settlement;
import io.prorata.domain.split.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How what each still has to pay for a month came about (formula 15).
 *
 * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f15">Formula 15, what each still has to pay</a>
 */
final class DueSteps {

    static final Step ZERO = new Step.Sum(List.of());

    private final MonthPlan plan;
    private final List<MemberKey> members;
    private final boolean hasPot;
    private final List<Settlement> settlements;
    private final ShareSteps sharing;
    private final PayerSteps payers;
    private final List<Step> shares;
    private final Step common;
    private final Step used;

    /**
     * @param members of the household, present or not
     * @param settlements of the month that count
     * @param carried what is left over of everybody's incomes of earlier months; empty if nothing can be
     */
    DueSteps(
            PlanBook book,
            MonthPlan plan,
            MonthFacts facts,
            List<MemberKey> members,
            Basis basis,
            List<Settlement> settlements,
            Optional<Step> carried) {
        this.plan = plan;
        this.members = members;
        this.settlements = settlements;
        hasPot = book.accounts().hasPot(plan.month());
        sharing = new ShareSteps(book, plan, facts);
        payers = new PayerSteps(plan.month(), book.accounts(), new RowSteps(plan.month(), facts));
        shares = sharing.by(basis);
        common = common(carried);
        used = used();
    }

    /** Everybody's incomes, with what earlier months left over of them. */
    private Step common(Optional<Step> carried) {
        if (!hasPot) {
            return ZERO;
        }
        Step received = payers.received(new MoneySource.Everybody());
        return new Step.Sum(
                Stream.concat(carried.stream(), received.parts().stream()).toList());
    }

    /** How much of that covers shares: up to the sum of the positive ones. */
    private Step used() {
        if (common.parts().isEmpty()) {
            return ZERO;
        }
        return common.value() <= 0
                ? notNegative(common)
                : new Step.Min(List.of(common, new Step.Sum(positiveShares())));
    }

    private List<Step> positiveShares() {
        return shares.stream().map(DueSteps::notNegative).toList();
    }

    private static Step notNegative(Step step) {
        return new Step.Max(List.of(ZERO, step));
    }

    /** What is left over for the next month. */
    Step pooledLeft() {
        return hasPot ? new Step.Difference(common, used) : ZERO;
    }

    Step share(MemberKey member) {
        return share(shares, member);
    }

    private Step share(List<Step> of, MemberKey member) {
        int place = plan.members().indexOf(member);
        return place < 0 ? ZERO : of.get(place);
    }

    /** The share by the rows less the share by the plan. */
    Step beyondPlan(MemberKey member) {
        return new Step.Difference(share(sharing.by(Basis.ACTUAL), member), share(sharing.by(Basis.PLAN), member));
    }

    Step pooled(MemberKey member) {
        int place = plan.members().indexOf(member);
        if (place < 0) {
            return ZERO;
        }
        return used.value() == 0
                ? used
                : new Step.Allocate(used, positiveShares(), Weights.turnOf(plan.month()), place, member);
    }

    Step paid(MemberKey member) {
        return payers.paid(Party.of(member));
    }

    Step put(MemberKey member) {
        return payers.received(new MoneySource.One(member));
    }

    Step settled(MemberKey member) {
        Party party = Party.of(member);
        List<Step> from = settlements.stream()
                .filter(settlement -> settlement.from().equals(party))
                .map(DueSteps::stated)
                .toList();
        List<Step> to = settlements.stream()
                .filter(settlement -> settlement.to().equals(party))
                .map(DueSteps::stated)
                .toList();
        return to.isEmpty() ? new Step.Sum(from) : new Step.Difference(new Step.Sum(from), new Step.Sum(to));
    }

    static Step stated(Settlement settlement) {
        return new Step.Stated(
                new Origin(Origin.Kind.SETTLEMENT, settlement.id()),
                "amount",
                Optional.of(settlement.month()),
                settlement.amount().minor(),
                Unit.MONEY);
    }

    Step due(MemberKey member) {
        return new Step.Difference(
                share(member), new Step.Sum(List.of(pooled(member), paid(member), put(member), settled(member))));
    }

    Step potPaid() {
        return payers.paid(Party.POT);
    }

    Step payerUnknown() {
        return payers.payerUnknown();
    }

    Step toConfirm() {
        return payers.toConfirm();
    }

    /** What the pot has to pay: what the members have brought, and what covers shares, less the shares. */
    Step potDue() {
        if (!hasPot) {
            return ZERO;
        }
        List<Step> brought = new ArrayList<>();
        members.forEach(member -> brought.addAll(List.of(paid(member), put(member), settled(member))));
        brought.add(used);
        return new Step.Difference(new Step.Sum(brought), new Step.Sum(shares));
    }
}
