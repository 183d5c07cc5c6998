package io.prorata.application.formula;

import io.prorata.domain.household.MemberKey;
import io.prorata.domain.household.Party;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.MoneySource;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.money.Money;
import io.prorata.domain.plan.MonthPlan;
import io.prorata.domain.settlement.Basis;
import io.prorata.domain.settlement.Settlement;
import io.prorata.domain.split.LineSplit;
import io.prorata.domain.split.SplitText;
import io.prorata.domain.split.Weights;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Formulas 15 and 16 as the rules state them, of rows and settlements one by one. */
final class RowDues {

    private final RowFormulas formulas;
    private final List<MemberKey> members;
    private final List<Transaction> all;
    private final List<Settlement> settlements;
    private final Basis basis;
    private final Map<Party, Money> dues = new LinkedHashMap<>();
    private final Map<Party, Money> withBefore = new LinkedHashMap<>();
    private Money left = Money.ZERO;

    /** @param all rows, excluded ones too */
    RowDues(
            RowFormulas formulas,
            List<MemberKey> members,
            List<Transaction> all,
            List<Settlement> settlements,
            Basis basis) {
        this.formulas = formulas;
        this.members = members;
        this.all = all;
        this.settlements = settlements;
        this.basis = basis;
        for (Map<Party, Money> of : List.of(dues, withBefore)) {
            members.forEach(member -> of.put(Party.of(member), Money.ZERO));
            of.put(Party.POT, Money.ZERO);
        }
    }

    /** The dues of the months from {@code from} to {@code to}, and of those before since the household settles up. */
    void figures(YearMonth from, YearMonth to, Figures figures) {
        YearMonth since = formulas.book()
                .settleSince()
                .filter(first -> first.isBefore(from))
                .orElse(from);
        for (YearMonth month = since; !month.isAfter(to); month = month.plusMonths(1)) {
            boolean hasPot = formulas.hasPot(month);
            if (formulas.book().configs().at(month).isPresent() && (basis == Basis.ACTUAL || hasPot)) {
                month(month, hasPot, month.isBefore(from), figures);
            }
        }
        transfers(figures, "transfer", RowTransfers.of(dues));
        transfers(figures, "transfer with before", RowTransfers.of(withBefore));
    }

    private void transfers(Figures figures, String name, List<RowTransfers.Payment> payments) {
        for (int i = 0; i < payments.size(); i++) {
            RowTransfers.Payment payment = payments.get(i);
            figures.put(month(), transfer(basis, name, i, payment.from(), payment.to()), payment.amount());
        }
    }

    static String transfer(Basis basis, String name, int number, Party from, Party to) {
        return basis + " " + name + " " + number + " " + from + " to " + to;
    }

    /** What a member has still to pay the pot is to receive. */
    private static void add(Map<Party, Money> dues, MemberKey member, Money due) {
        dues.merge(Party.of(member), due, Money::plus);
        dues.merge(Party.POT, due.negated(), Money::plus);
    }

    private void month(YearMonth month, boolean hasPot, boolean before, Figures figures) {
        MonthPlan plan = formulas.book().at(month);
        Map<MemberKey, Money> shares = basis == Basis.PLAN ? plannedShares(plan) : formulas.actualShares(month);
        Map<MemberKey, Money> pooled = hasPot ? pooled(month, plan.members(), shares) : Map.of();
        for (MemberKey member : members) {
            Money share = shares.getOrDefault(member, Money.ZERO);
            Money covered = pooled.getOrDefault(member, Money.ZERO);
            Money paid = paid(month, hasPot, Party.of(member));
            Money put = put(month, member);
            Money settled = settled(month, Party.of(member));
            Money due = share.minus(covered).minus(paid).minus(put).minus(settled);
            add(withBefore, member, due);
            if (before) {
                figures.add(month(), name("before", member), due);
            } else {
                add(dues, member, due);
                figures.put(month, name("share", member), share);
                figures.put(month, name("pooled", member), covered);
                figures.put(month, name("paid", member), paid);
                figures.put(month, name("put", member), put);
                figures.put(month, name("settled", member), settled);
            }
        }
        if (!before) {
            figures.put(month, name("paid by the pot"), paid(month, hasPot, Party.POT));
            figures.put(month, name("left of pooled incomes"), hasPot ? left : Money.ZERO);
            counted(
                    month,
                    "payer unknown",
                    figures,
                    formulas.of(month).stream()
                            .filter(row -> isCommon(row)
                                    && RowFormulas.type(row).isOutgoing()
                                    && formulas.payer(row).isEmpty())
                            .toList());
            counted(
                    month,
                    "to confirm",
                    figures,
                    formulas.of(month).stream()
                            .filter(row -> isReceivedByThePot(row)
                                    && RowFormulas.type(row) == ExpenseType.INCOME
                                    && row.attribution().source().isEmpty())
                            .toList());
        }
    }

    /** Of a figure that is of no month of the range. */
    static YearMonth month() {
        return YearMonth.of(1900, 1);
    }

    private String name(String figure) {
        return basis + " " + figure;
    }

    private String name(String figure, MemberKey member) {
        return name(figure) + " " + member.text();
    }

    private void counted(YearMonth month, String name, Figures figures, List<Transaction> rows) {
        figures.counted(
                month,
                name(name),
                rows.size(),
                Money.sum(rows.stream().map(RowFormulas::inSense).toList()));
    }

    /** The member's total; where a category has a budget, the budget's share in place of the parts that the key divides. */
    private Map<MemberKey, Money> plannedShares(MonthPlan plan) {
        record Part(@Nullable String category, String split) {}
        Map<Part, Money> parts = new HashMap<>();
        for (Transaction row : formulas.of(plan.month())) {
            boolean budgeted = plan.budgets().stream()
                    .anyMatch(line -> row.classification().category() != null
                            && line.budget().isOf(row.classification().category()));
            LineSplit split = row.attribution().split().orElse(new LineSplit.ByKey());
            if (RowFormulas.type(row) == ExpenseType.VARIABLE
                    && isCommon(row)
                    && !RowFormulas.isPaidOut(row)
                    && !(budgeted && split instanceof LineSplit.ByKey)) {
                parts.merge(
                        new Part(row.classification().category(), SplitText.of(split)),
                        RowFormulas.inSense(row),
                        Money::plus);
            }
        }
        List<Map<MemberKey, Money>> shares = new ArrayList<>();
        shares.add(plan.byMember(plan.provisionShares()));
        shares.add(plan.byMember(plan.fixedShares()));
        parts.forEach((part, sum) -> shares.add(plan.byMember(plan.shares(sum, SplitText.parse(part.split())))));
        plan.budgets().forEach(line -> shares.add(plan.byMember(line.shares())));
        Map<MemberKey, Money> sums = new HashMap<>();
        shares.forEach(some -> some.forEach((member, share) -> sums.merge(member, share, Money::plus)));
        return sums;
    }

    /** Everybody's incomes cover the positive shares in proportion, up to their sum. */
    private Map<MemberKey, Money> pooled(YearMonth month, List<MemberKey> present, Map<MemberKey, Money> shares) {
        List<Money> positive = present.stream()
                .map(member -> shares.getOrDefault(member, Money.ZERO))
                .map(share -> share.isNegative() ? Money.ZERO : share)
                .toList();
        Money there = left;
        for (Transaction row : formulas.of(month)) {
            if (isReceivedByThePot(row)
                    && row.attribution()
                            .source()
                            .filter(MoneySource.Everybody.class::isInstance)
                            .isPresent()) {
                there = there.plus(row.line().amount());
            }
        }
        long used = Math.max(0, Math.min(there.minor(), Money.sum(positive).minor()));
        left = new Money(there.minor() - used);
        Map<MemberKey, Money> pooled = new LinkedHashMap<>();
        if (used > 0) {
            List<Money> covered = Weights.inProportion(new Money(used), positive, Weights.turnOf(month))
                    .amounts();
            for (int m = 0; m < present.size(); m++) {
                pooled.put(present.get(m), covered.get(m));
            }
        }
        return pooled;
    }

    private Money paid(YearMonth month, boolean hasPot, Party payer) {
        Money paid = Money.ZERO;
        for (Transaction row : formulas.of(month)) {
            if (isCommon(row)
                    && RowFormulas.type(row).isOutgoing()
                    && (hasPot || RowFormulas.type(row) != ExpenseType.PROVISION)
                    && formulas.payer(row).equals(Optional.of(payer))) {
                paid = paid.plus(RowFormulas.inSense(row));
            }
        }
        return paid;
    }

    private Money put(YearMonth month, MemberKey member) {
        Money put = Money.ZERO;
        for (Transaction row : formulas.of(month)) {
            if (isReceivedByThePot(row)
                    && row.attribution().source().equals(Optional.of(new MoneySource.One(member)))) {
                put = put.plus(row.line().amount());
            }
        }
        return put;
    }

    private Money settled(YearMonth month, Party party) {
        Money settled = Money.ZERO;
        for (Settlement settlement : settlements) {
            if (settlement.month().equals(month) && counts(settlement)) {
                if (settlement.from().equals(party)) {
                    settled = settled.plus(settlement.amount());
                } else if (settlement.to().equals(party)) {
                    settled = settled.minus(settlement.amount());
                }
            }
        }
        return settled;
    }

    /** One that names a row which counts as put counts nowhere, nor one with a pot that is not there. */
    private boolean counts(Settlement settlement) {
        boolean shown = all.stream()
                .filter(row -> settlement.rows().contains(row.id()))
                .anyMatch(row -> !row.classification().excluded()
                        && isReceivedByThePot(row)
                        && row.attribution()
                                .source()
                                .filter(MoneySource.One.class::isInstance)
                                .isPresent());
        return !shown && (!settlement.isWithPot() || formulas.hasPot(settlement.month()));
    }

    private boolean isReceivedByThePot(Transaction row) {
        return isCommon(row)
                && !RowFormulas.type(row).isOutgoing()
                && formulas.payer(row).equals(Optional.of(Party.POT));
    }

    private static boolean isCommon(Transaction row) {
        return row.attribution().common();
    }
}
