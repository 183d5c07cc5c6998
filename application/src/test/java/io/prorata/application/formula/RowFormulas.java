package io.prorata.application.formula;

import io.prorata.domain.account.Account;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.household.Party;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.money.Money;
import io.prorata.domain.naming.Naming;
import io.prorata.domain.plan.FixedLine;
import io.prorata.domain.plan.MonthPlan;
import io.prorata.domain.plan.PlanBook;
import io.prorata.domain.provision.Provision;
import io.prorata.domain.provision.SavingFacts;
import io.prorata.domain.split.LineSplit;
import io.prorata.domain.split.SplitText;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The formulas of a month as the rules state them, of its rows one by one: no group and no total is used. How an amount is divided among
 * members (formulas 3 and 6) and what is planned (formulas 1 to 5 and 17) depend on no grouping, and are taken from the domain.
 */
final class RowFormulas {

    private final PlanBook book;
    private final List<Transaction> rows;

    /**
     * @param planned what the books say is planned; what they say of rows that name provisions is not used
     * @param all rows of the household, excluded ones too
     */
    RowFormulas(PlanBook planned, List<Transaction> all) {
        this.rows = all.stream().filter(row -> !row.classification().excluded()).toList();
        this.book = new PlanBook(
                planned.configs(),
                planned.fixed(),
                planned.provisions().stream()
                        .map(provision -> provision.withRows(named(provision)))
                        .toList(),
                planned.accounts(),
                planned.budgets(),
                planned.settleSince());
    }

    PlanBook book() {
        return book;
    }

    /** Returns all rows that are not excluded. */
    List<Transaction> all() {
        return rows;
    }

    List<Transaction> of(YearMonth month) {
        return rows.stream().filter(row -> row.month().equals(month)).toList();
    }

    /** Formulas 7 to 9, 11 and 14: a month's figures by name. */
    void month(YearMonth month, Figures figures) {
        MonthPlan plan = book.at(month);
        List<Transaction> counted = of(month).stream()
                .filter(row -> row.attribution().common() && !isPaidOut(row))
                .toList();
        variable(plan, counted, figures);
        for (ExpenseType type : List.of(ExpenseType.FIXED, ExpenseType.PROVISION, ExpenseType.INCOME)) {
            figures.put(month, "actual " + type, sum(counted, row -> type(row) == type));
        }
        bills(plan, counted, figures);
        figures.rows(
                month,
                "unplanned provisions",
                amounts(
                        counted,
                        row -> type(row) == ExpenseType.PROVISION
                                && row.attribution()
                                        .provision()
                                        .filter(id -> plan.provisions().stream()
                                                .anyMatch(
                                                        line -> line.provision().id() == id))
                                        .isEmpty()));
        counted.forEach(row -> figures.row(
                month,
                "of " + type(row) + " " + row.classification().category() + " "
                        + row.classification().subcategory(),
                inSense(row)));
        of(month).stream()
                .filter(RowFormulas::isPaidOut)
                .forEach(row -> figures.row(
                        month,
                        "out of " + row.attribution().provision().orElseThrow() + " "
                                + row.classification().category(),
                        inSense(row)));
        plan.budgets()
                .forEach(line -> figures.put(
                        month,
                        "spent of budget " + line.budget().id(),
                        sum(
                                counted,
                                row -> type(row) == ExpenseType.VARIABLE
                                        && Naming.isSame(
                                                row.classification().category(),
                                                line.budget().category()))));
        plan.members()
                .forEach(member -> figures.put(
                        month,
                        "received by " + member.text(),
                        sum(counted, row -> type(row) == ExpenseType.INCOME && isReceivedBy(row, member))));
    }

    private void variable(MonthPlan plan, List<Transaction> counted, Figures figures) {
        YearMonth month = plan.month();
        Map<String, List<Transaction>> groups = new TreeMap<>();
        counted.stream()
                .filter(row -> type(row) == ExpenseType.VARIABLE)
                .forEach(row -> groups.computeIfAbsent(
                                row.classification().category() + " " + SplitText.of(own(row)),
                                name -> new ArrayList<>())
                        .add(row));
        Money total = plan.totalProvisions().plus(plan.totalFixed());
        List<Map<MemberKey, Money>> shares = new ArrayList<>();
        for (Map.Entry<String, List<Transaction>> group : groups.entrySet()) {
            String name = "variable " + group.getKey();
            figures.rows(month, name, amounts(group.getValue(), row -> true));
            Money spent = sum(group.getValue(), row -> true);
            total = total.plus(spent);
            Map<MemberKey, Money> divided =
                    plan.byMember(plan.shares(spent, own(group.getValue().getFirst())));
            divided.forEach((member, share) -> figures.put(month, name + " " + member.text(), share));
            shares.add(divided);
        }
        figures.put(month, "total", total);
        Map<MemberKey, Money> fixed = plan.byMember(plan.fixedShares());
        Map<MemberKey, Money> provisions = plan.byMember(plan.provisionShares());
        for (MemberKey member : plan.members()) {
            Money all = fixed.getOrDefault(member, Money.ZERO).plus(provisions.getOrDefault(member, Money.ZERO));
            for (Map<MemberKey, Money> divided : shares) {
                all = all.plus(divided.getOrDefault(member, Money.ZERO));
            }
            figures.put(month, "total of " + member.text(), all);
        }
    }

    /** A row pays the bill that it names, else the only one that names its category. */
    private static void bills(MonthPlan plan, List<Transaction> counted, Figures figures) {
        YearMonth month = plan.month();
        plan.fixed().forEach(line -> figures.put(month, "bill " + line.expense().id(), Money.ZERO));
        figures.rows(month, "unplanned bills", List.of());
        for (Transaction row : counted) {
            if (type(row) == ExpenseType.FIXED) {
                List<FixedLine> bills = paid(plan, row);
                if (bills.isEmpty()) {
                    figures.row(month, "unplanned bills", inSense(row));
                } else if (bills.size() == 1) {
                    figures.add(month, "bill " + bills.getFirst().expense().id(), inSense(row));
                } else {
                    figures.add(month, "several bills " + folded(row), inSense(row));
                }
            }
        }
    }

    private static List<FixedLine> paid(MonthPlan plan, Transaction row) {
        Optional<Long> named = row.attribution().bill();
        return plan.fixed().stream()
                .filter(line -> named.isPresent()
                        ? line.expense().id() == named.get()
                        : Naming.isSame(
                                row.classification().category(), line.expense().paidBy()))
                .toList();
    }

    private boolean isReceivedBy(Transaction row, MemberKey member) {
        return row.attribution()
                .source()
                .map(source -> source.text().equals(Party.of(member).text()))
                .orElseGet(() -> payer(row).equals(Optional.of(Party.of(member))));
    }

    /** Whom the row states; else the owner of its account; else the pot, if there is one. */
    Optional<Party> payer(Transaction row) {
        Party payer = row.attribution().payer().orElseGet(() -> owner(row.line().account(), row.month()));
        return payer.equals(Party.POT) && !hasPot(row.month()) ? Optional.empty() : Optional.of(payer);
    }

    private Party owner(@Nullable String alias, YearMonth month) {
        for (Account account : book.accounts().described()) {
            if (alias != null && account.aliases().contains(alias)) {
                return account.ownerIn(month);
            }
        }
        return Party.POT;
    }

    boolean hasPot(YearMonth month) {
        return book.accounts().pot().at(month).orElse(true);
    }

    /** Formula 15, the share by the facts: whose each row is, and how it divides. */
    Map<MemberKey, Money> actualShares(YearMonth month) {
        MonthPlan plan = book.at(month);
        record Kind(ExpenseType type, @Nullable String category, String split) {}
        Map<Kind, Money> sums = new HashMap<>();
        for (Transaction row : of(month)) {
            if (isShared(row)) {
                var kind = new Kind(type(row), row.classification().category(), SplitText.of(split(plan, row)));
                sums.merge(kind, inSense(row), Money::plus);
            }
        }
        Map<MemberKey, Money> shares = new HashMap<>();
        sums.forEach((kind, sum) -> plan.byMember(plan.shares(sum, SplitText.parse(kind.split())))
                .forEach((member, share) -> shares.merge(member, share, Money::plus)));
        if (hasPot(month)) {
            plan.provisions().stream()
                    .filter(line -> line.terms().orElseThrow().accrues())
                    .forEach(line -> plan.byMember(line.shares())
                            .forEach((member, share) -> shares.merge(member, share, Money::plus)));
        }
        return shares;
    }

    private boolean isShared(Transaction row) {
        if (!row.attribution().common() || !type(row).isOutgoing() || payer(row).isEmpty()) {
            return false;
        }
        if (!hasPot(row.month())) {
            return type(row) != ExpenseType.PROVISION;
        }
        return type(row) == ExpenseType.PROVISION
                ? provision(row)
                        .flatMap(named -> named.terms().at(row.month()))
                        .filter(terms -> terms.accrues())
                        .isEmpty()
                : !isPaidOut(row);
    }

    private LineSplit split(MonthPlan plan, Transaction row) {
        Optional<LineSplit> ofProvision = provision(row)
                .flatMap(named -> named.terms().nearest(row.month()))
                .map(terms -> terms.split());
        if (ofProvision.isPresent()) {
            return ofProvision.get();
        }
        if (row.attribution().split().isPresent()) {
            return row.attribution().split().get();
        }
        List<LineSplit> ofBills = type(row) == ExpenseType.FIXED
                ? paid(plan, row).stream()
                        .map(line -> line.terms().split())
                        .distinct()
                        .toList()
                : List.of();
        return ofBills.size() == 1 ? ofBills.getFirst() : new LineSplit.ByKey();
    }

    private Optional<Provision> provision(Transaction row) {
        return row.attribution().provision().flatMap(book::provision);
    }

    /** Formula 17: what rows put in, bring back, pay out and refund, month by month. */
    private SortedMap<YearMonth, SavingFacts> named(Provision provision) {
        SortedMap<YearMonth, SavingFacts> facts = new TreeMap<>();
        rows.stream()
                .filter(row -> row.attribution().provision().equals(Optional.of(provision.id())))
                .forEach(row -> facts.merge(
                        row.month(),
                        type(row) == ExpenseType.PROVISION
                                ? SavingFacts.ofProvisionRow(row.line().amount())
                                : SavingFacts.ofPaidRow(row.line().amount()),
                        SavingFacts::plus));
        return facts;
    }

    private static LineSplit own(Transaction row) {
        return row.attribution().split().orElse(new LineSplit.ByKey());
    }

    static boolean isPaidOut(Transaction row) {
        return type(row) != ExpenseType.PROVISION
                && row.attribution().provision().isPresent();
    }

    private static String folded(Transaction row) {
        String category = row.classification().category();
        return category == null ? "" : Naming.folded(category);
    }

    private static List<Money> amounts(List<Transaction> rows, Predicate<Transaction> wanted) {
        return rows.stream().filter(wanted).map(RowFormulas::inSense).toList();
    }

    private static Money sum(List<Transaction> rows, Predicate<Transaction> wanted) {
        return Money.sum(amounts(rows, wanted));
    }

    static ExpenseType type(Transaction row) {
        return row.classification().type();
    }

    /** Formula 12. */
    static Money inSense(Transaction row) {
        return type(row).isOutgoing()
                ? row.line().amount().negated()
                : row.line().amount();
    }
}
