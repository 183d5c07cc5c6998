package io.prorata.domain.derivation;

import io.prorata.domain.account.Accounts;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.household.Party;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.GroupKey;
import io.prorata.domain.ledger.GroupTotal;
import io.prorata.domain.ledger.MoneySource;
import io.prorata.domain.ledger.MonthFacts;
import io.prorata.domain.ledger.PlanLink;
import io.prorata.domain.ledger.Statistics;
import io.prorata.domain.naming.Naming;
import io.prorata.domain.plan.MonthPlan;
import io.prorata.domain.split.LineSplit;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** How what rows add up to came about. */
final class RowSteps {

    /** What is paid out of a provision, where it names one. */
    static final Set<ExpenseType> PAID = Set.of(ExpenseType.FIXED, ExpenseType.VARIABLE);

    private final YearMonth month;
    private final MonthFacts facts;

    RowSteps(YearMonth month, MonthFacts facts) {
        this.month = month;
        this.facts = facts;
    }

    /** The sum of the rows of a selection. */
    Step of(RowSelection selection) {
        Statistics sum = Statistics.sum(facts.groups().stream()
                .filter(group -> selection.has(group.key()))
                .map(GroupTotal::statistics)
                .toList());
        return new Step.Rows(selection, OptionalLong.of(sum.count()), sum.sum().minor());
    }

    /** The sum of the groups that are meant: one part for each selection that they fall into. */
    Step of(Predicate<GroupTotal> meant, Function<GroupKey, RowSelection> selection) {
        Set<RowSelection> selections = new LinkedHashSet<>();
        facts.groups().stream().filter(meant).forEach(group -> selections.add(selection.apply(group.key())));
        List<Step> parts = new ArrayList<>();
        selections.forEach(one -> parts.add(of(one)));
        return new Step.Sum(parts);
    }

    private RowSelection ofType(ExpenseType type) {
        return RowSelection.of(month, Set.of(type));
    }

    /** All rows of a type that count in its sum: without those that were paid out of a provision. */
    Step counted(ExpenseType type) {
        return of(
                group -> group.key().counts() && group.type() == type,
                key -> ofType(type)
                        .category(Optional.ofNullable(key.category()))
                        .link(key.attribution().link()));
    }

    /** What was spent on a category, of rows that divide so. */
    Step variable(Optional<String> category, LineSplit split) {
        return of(
                group -> group.key().counts()
                        && group.type() == ExpenseType.VARIABLE
                        && Optional.ofNullable(group.category()).equals(category)
                        && group.attribution()
                                .split()
                                .orElse(new LineSplit.ByKey())
                                .equals(split),
                key -> ofType(ExpenseType.VARIABLE)
                        .category(category)
                        .split(key.attribution().split())
                        .link(key.attribution().link()));
    }

    /** What was paid out of provisions; of one provision and category, if they are stated. */
    Step fromProvisions(Predicate<GroupKey> meant) {
        return of(
                group ->
                        group.key().isPaidFromProvision() && group.attribution().common() && meant.test(group.key()),
                key -> RowSelection.of(month, PAID)
                        .category(Optional.ofNullable(key.category()))
                        .link(key.attribution().link()));
    }

    /** The FIXED rows that pay the bill {@code id}: those that name it, and those of its category that name none in force. */
    Step ofBill(MonthPlan plan, long id) {
        return fixed(key -> billsOf(plan, key).equals(List.of(id)));
    }

    /** The FIXED rows that pay no bill in force. */
    Step unplannedFixed(MonthPlan plan) {
        return fixed(key -> billsOf(plan, key).isEmpty());
    }

    private Step fixed(Predicate<GroupKey> meant) {
        return of(
                group -> group.key().counts() && group.type() == ExpenseType.FIXED && meant.test(group.key()),
                key -> ofType(ExpenseType.FIXED)
                        .category(Optional.ofNullable(key.category()))
                        .link(key.attribution().link()));
    }

    private static List<Long> billsOf(MonthPlan plan, GroupKey key) {
        String category = key.category();
        return plan.fixed().stream()
                .filter(line -> key.attribution()
                        .bill()
                        .map(named -> named == line.expense().id())
                        .orElseGet(() -> category != null
                                && Naming.isSame(category, line.expense().paidBy())))
                .map(line -> line.expense().id())
                .toList();
    }

    /** The PROVISION rows that name no provision in force. */
    Step unplannedProvisions(MonthPlan plan) {
        Set<Long> inForce = new LinkedHashSet<>();
        plan.provisions().forEach(line -> inForce.add(line.provision().id()));
        return of(
                group -> group.key().counts()
                        && group.type() == ExpenseType.PROVISION
                        && group.attribution()
                                .provision()
                                .filter(inForce::contains)
                                .isEmpty(),
                key -> ofType(ExpenseType.PROVISION).link(key.attribution().link()));
    }

    /** What INCOME rows brought a member: those that name the member, and those in the member's own account that name nobody. */
    Step received(MemberKey member, Accounts accounts) {
        return of(
                group -> group.key().counts()
                        && group.type() == ExpenseType.INCOME
                        && isOf(group.key(), member, accounts),
                key -> key.attribution().source().isPresent()
                        ? ofType(ExpenseType.INCOME).source(key.attribution().source())
                        : ofType(ExpenseType.INCOME)
                                .source(Optional.empty())
                                .account(Optional.ofNullable(key.account()))
                                .payer(key.attribution().payer()));
    }

    private boolean isOf(GroupKey key, MemberKey member, Accounts accounts) {
        return key.attribution()
                .source()
                .map(source ->
                        source instanceof MoneySource.One one && one.member().equals(member))
                .orElseGet(() -> accounts.payer(key, month)
                        .filter(party ->
                                party instanceof Party.One one && one.member().equals(member))
                        .isPresent());
    }

    /** The provision that a row was paid out of. */
    static long provisionOf(GroupKey key) {
        return key.attribution().link().map(PlanLink::id).orElseThrow();
    }
}
