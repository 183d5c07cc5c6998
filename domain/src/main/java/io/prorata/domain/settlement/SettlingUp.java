package io.prorata.domain.settlement;

import io.prorata.domain.household.MemberKey;
import io.prorata.domain.household.Party;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.GroupTotal;
import io.prorata.domain.ledger.MoneySource;
import io.prorata.domain.ledger.MonthFacts;
import io.prorata.domain.ledger.Statistics;
import io.prorata.domain.money.Money;
import io.prorata.domain.plan.MonthPlan;
import io.prorata.domain.plan.PlanBook;
import io.prorata.domain.split.Weights;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What each still has to pay, month after month (formula 15). What is left over of everybody's incomes goes on from month to month, so that
 * the due of a month does not depend on the range that is asked for.
 *
 * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f15">Formula 15, what each still has to pay</a>
 */
final class SettlingUp {

    private final PlanBook book;
    private final List<MemberKey> members;
    private final Basis basis;
    private Money pooledLeft = Money.ZERO;

    /** @param members of the household, in order, present or not */
    SettlingUp(PlanBook book, List<MemberKey> members, Basis basis) {
        this.book = book;
        this.members = members;
        this.basis = basis;
    }

    /**
     * Returns the dues of the month after the one asked for last.
     *
     * @param plan of that month
     * @param settlements those of the month that count
     * @return empty without a config, and by plan without a pot
     */
    Optional<MonthDues> next(MonthPlan plan, MonthFacts facts, List<Settlement> settlements) {
        YearMonth month = plan.month();
        boolean hasPot = book.accounts().hasPot(month);
        if (plan.config().isEmpty() || (basis == Basis.PLAN && !hasPot)) {
            return Optional.empty();
        }
        Map<MemberKey, Money> shares = new MonthShares(book, plan, facts).by(basis);
        var rows = new Rows(month, hasPot);
        facts.groups().forEach(rows::add);
        Map<MemberKey, Money> pooled = hasPot ? pool(month, shares, rows.pooled) : Map.of();
        Map<MemberKey, MemberDue> dues = new LinkedHashMap<>();
        for (MemberKey member : members) {
            dues.put(
                    member,
                    new MemberDue(
                            shares.getOrDefault(member, Money.ZERO),
                            pooled.getOrDefault(member, Money.ZERO),
                            rows.paid.getOrDefault(Party.of(member), Money.ZERO),
                            rows.put.getOrDefault(member, Money.ZERO),
                            settled(member, settlements)));
        }
        return Optional.of(new MonthDues(
                month,
                hasPot,
                dues,
                rows.paid.getOrDefault(Party.POT, Money.ZERO),
                rows.unknown,
                rows.toConfirm,
                hasPot ? pooledLeft : Money.ZERO));
    }

    /** Covers the positive shares by everybody's incomes, in proportion to the shares, up to their sum. */
    private Map<MemberKey, Money> pool(YearMonth month, Map<MemberKey, Money> shares, Money income) {
        List<Money> positive = shares.values().stream()
                .map(share -> share.isNegative() ? Money.ZERO : share)
                .toList();
        Money wanted = Money.sum(positive);
        Money there = pooledLeft.plus(income);
        Money used = there.isNegative() ? Money.ZERO : there.compareTo(wanted) < 0 ? there : wanted;
        pooledLeft = there.minus(used);
        Map<MemberKey, Money> pooled = new LinkedHashMap<>();
        if (used.minor() > 0) {
            List<Money> covered =
                    Weights.inProportion(used, positive, Weights.turnOf(month)).amounts();
            int m = 0;
            for (MemberKey member : shares.keySet()) {
                pooled.put(member, covered.get(m++));
            }
        }
        return pooled;
    }

    private static Money settled(MemberKey member, List<Settlement> settlements) {
        Party party = Party.of(member);
        Money settled = Money.ZERO;
        for (Settlement settlement : settlements) {
            if (settlement.from().equals(party)) {
                settled = settled.plus(settlement.amount());
            }
            if (settlement.to().equals(party)) {
                settled = settled.minus(settlement.amount());
            }
        }
        return settled;
    }

    /** What the rows of a month say of who paid and who put what. */
    private final class Rows {

        private final YearMonth month;
        private final boolean hasPot;
        private final Map<Party, Money> paid = new LinkedHashMap<>();
        private final Map<MemberKey, Money> put = new LinkedHashMap<>();
        private Money pooled = Money.ZERO;
        private Statistics unknown = Statistics.NONE;
        private Statistics toConfirm = Statistics.NONE;

        Rows(YearMonth month, boolean hasPot) {
            this.month = month;
            this.hasPot = hasPot;
        }

        void add(GroupTotal group) {
            if (!group.attribution().common()) {
                return;
            }
            @Nullable Party payer = book.accounts().payer(group.key(), month).orElse(null);
            if (group.type().isOutgoing()) {
                pay(group, payer);
            } else if (Party.POT.equals(payer)) {
                receive(group, group.attribution().source().orElse(null));
            }
        }

        private void pay(GroupTotal group, @Nullable Party payer) {
            if (payer == null) {
                unknown = unknown.plus(group.statistics());
            } else if (hasPot || group.type() != ExpenseType.PROVISION) {
                paid.merge(payer, group.statistics().sum(), Money::plus);
            }
        }

        private void receive(GroupTotal group, @Nullable MoneySource source) {
            if (source instanceof MoneySource.One one) {
                put.merge(one.member(), group.signed(), Money::plus);
            } else if (source instanceof MoneySource.Everybody) {
                pooled = pooled.plus(group.signed());
            } else if (group.type() == ExpenseType.INCOME) {
                toConfirm = toConfirm.plus(group.statistics());
            }
        }
    }

    /** Returns the dues of every month from {@code first} to {@code last} that has any. */
    static List<MonthDues> months(
            PlanBook book,
            List<MemberKey> members,
            Basis basis,
            YearMonth first,
            YearMonth last,
            Map<YearMonth, MonthFacts> facts,
            Map<YearMonth, List<Settlement>> settlements) {
        var settling = new SettlingUp(book, members, basis);
        List<MonthDues> months = new ArrayList<>();
        for (MonthPlan plan : book.between(first, last)) {
            YearMonth month = plan.month();
            settling.next(plan, facts.getOrDefault(month, MonthFacts.NONE), settlements.getOrDefault(month, List.of()))
                    .ifPresent(months::add);
        }
        return months;
    }
}
