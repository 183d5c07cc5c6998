package io.prorata.domain.settlement;

import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.GroupKey;
import io.prorata.domain.ledger.GroupTotal;
import io.prorata.domain.ledger.MonthFacts;
import io.prorata.domain.money.Money;
import io.prorata.domain.naming.Naming;
import io.prorata.domain.plan.BudgetPlan;
import io.prorata.domain.plan.FixedLine;
import io.prorata.domain.plan.MonthPlan;
import io.prorata.domain.plan.MonthSummary;
import io.prorata.domain.plan.PlanBook;
import io.prorata.domain.plan.ProvisionLine;
import io.prorata.domain.plan.VariableLine;
import io.prorata.domain.plan.VariablePart;
import io.prorata.domain.provision.Provision;
import io.prorata.domain.provision.ProvisionTerms;
import io.prorata.domain.split.LineSplit;
import io.prorata.domain.split.Shares;
import io.prorata.domain.split.SplitText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The share of each present member in a month, by plan or by the facts (formula 15).
 *
 * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f15">Formula 15, what each still has to
 *     pay</a>
 */
final class MonthShares {

    private final PlanBook book;
    private final MonthPlan plan;
    private final MonthFacts facts;

    MonthShares(PlanBook book, MonthPlan plan, MonthFacts facts) {
        this.book = book;
        this.plan = plan;
        this.facts = facts;
    }

    Map<MemberKey, Money> by(Basis basis) {
        Shares shares = sum(basis == Basis.PLAN ? byPlan() : byFacts());
        Map<MemberKey, Money> byMember = new LinkedHashMap<>();
        for (int m = 0; m < plan.members().size(); m++) {
            byMember.put(plan.members().get(m), shares.of(m));
        }
        return byMember;
    }

    private Shares sum(List<Shares> shares) {
        return shares.stream().reduce(Shares.none(plan.members().size()), Shares::plus);
    }

    /** The member's total, with the budget of a category in place of the spending that the key divides. */
    private List<Shares> byPlan() {
        List<Shares> shares = new ArrayList<>();
        plan.provisions().stream().map(ProvisionLine::shares).forEach(shares::add);
        plan.fixed().stream().map(FixedLine::shares).forEach(shares::add);
        for (VariableLine line : MonthSummary.of(plan, facts).variable()) {
            boolean budgeted = hasBudget(line.category());
            line.parts().stream()
                    .filter(part -> !(budgeted && part.split() instanceof LineSplit.ByKey))
                    .map(VariablePart::shares)
                    .forEach(shares::add);
        }
        plan.budgets().stream().map(BudgetPlan::shares).forEach(shares::add);
        return shares;
    }

    private boolean hasBudget(@Nullable String category) {
        return category != null
                && plan.budgets().stream().anyMatch(line -> line.budget().isOf(category));
    }

    /** The rows by type, category and split, and what provisions that accrue put aside. */
    private List<Shares> byFacts() {
        record Kind(ExpenseType type, @Nullable String category, String split) {}

        Map<Kind, Money> sums = new HashMap<>();
        for (GroupTotal group : facts.groups()) {
            if (isShared(group.key())) {
                String split = SplitText.of(splitOf(group.key()));
                sums.merge(
                        new Kind(group.type(), group.category(), split),
                        group.statistics().sum(),
                        Money::plus);
            }
        }
        List<Shares> shares = new ArrayList<>();
        sums.forEach((kind, sum) -> shares.add(plan.shares(sum, SplitText.parse(kind.split()))));
        if (hasPot()) {
            plan.provisions().stream()
                    .filter(line -> line.terms().orElseThrow().accrues())
                    .map(ProvisionLine::shares)
                    .forEach(shares::add);
        }
        return shares;
    }

    private boolean isShared(GroupKey key) {
        if (!key.attribution().common()
                || !key.type().isOutgoing()
                || book.accounts().payer(key, plan.month()).isEmpty()) {
            return false;
        }
        if (!hasPot()) {
            // Without a pot, no account holds savings.
            return key.type() != ExpenseType.PROVISION;
        }
        return key.type() == ExpenseType.PROVISION
                ? !provision(key).map(this::accrues).orElse(false)
                : !key.isPaidFromProvision();
    }

    private boolean hasPot() {
        return book.accounts().hasPot(plan.month());
    }

    private Optional<Provision> provision(GroupKey key) {
        return key.attribution().provision().flatMap(book::provision);
    }

    private boolean accrues(Provision provision) {
        return provision.terms().at(plan.month()).map(ProvisionTerms::accrues).orElse(false);
    }

    private LineSplit splitOf(GroupKey key) {
        return provision(key)
                .flatMap(provision -> provision.terms().nearest(plan.month()))
                .map(ProvisionTerms::split)
                .or(() -> key.attribution().split())
                .or(() -> key.type() == ExpenseType.FIXED ? billSplit(key) : Optional.empty())
                .orElse(new LineSplit.ByKey());
    }

    /** Of the bill that a row names, if that is in force; of one that names none, of the bills of its category if they divide alike. */
    private Optional<LineSplit> billSplit(GroupKey key) {
        Optional<Long> named = key.attribution().bill();
        List<LineSplit> splits = plan.fixed().stream()
                .filter(line -> named.map(id -> line.expense().id() == id)
                        .orElseGet(() -> pays(key.category(), line.expense())))
                .map(line -> line.terms().split())
                .distinct()
                .toList();
        return splits.size() == 1 ? Optional.of(splits.get(0)) : Optional.empty();
    }

    private static boolean pays(@Nullable String category, FixedExpense bill) {
        return category != null && Naming.folded(category).equals(Naming.folded(bill.paidBy()));
    }
}
