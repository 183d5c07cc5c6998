package io.prorata.domain.plan;

import io.prorata.domain.expense.BillMonths;
import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.money.Money;
import io.prorata.domain.provision.Progress;
import io.prorata.domain.provision.Provision;
import io.prorata.domain.provision.SavingMonth;
import io.prorata.domain.split.KeyWeights;
import io.prorata.domain.split.Shares;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The plans of months that follow one another. The schedule of each line is computed once, from its first month to the last of these, and
 * looked up by month.
 *
 * @param plans in order
 */
record MonthPlans(List<MonthPlan> plans) {

    /** @throws IllegalArgumentException if {@code last} is before {@code first} */
    static MonthPlans of(PlanBook book, YearMonth first, YearMonth last, LineSchedules schedules) {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("there are no months from " + first + " to " + last);
        }
        List<MonthPlan> empty = empty(book, first, last);
        List<SavedMonths> provisions = book.provisions().stream()
                .filter(provision -> hasBegun(provision, last))
                .map(provision -> SavedMonths.of(provision, first, last, schedules))
                .toList();
        List<BillMonths> bills = book.fixed().stream()
                .filter(bill -> empty.stream()
                        .anyMatch(plan -> bill.terms().at(plan.month()).isPresent()))
                .map(bill -> schedules.of(bill, first, last))
                .toList();
        return new MonthPlans(empty.stream()
                .map(plan -> planned(plan, provisions, bills, book.budgets()))
                .toList());
    }

    /** The months with their config and key, and without lines. */
    private static List<MonthPlan> empty(PlanBook book, YearMonth first, YearMonth last) {
        List<MonthPlan> plans = new ArrayList<>();
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            Optional<Config> config = book.configs().at(month);
            plans.add(new MonthPlan(
                    month,
                    config,
                    config.map(Config::keyWeights).orElse(KeyWeights.OF_NOBODY),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of()));
        }
        return plans;
    }

    private static boolean hasBegun(Provision provision, YearMonth month) {
        return provision.terms().entries().stream()
                .findFirst()
                .filter(entry -> !entry.from().isAfter(month))
                .isPresent();
    }

    private static MonthPlan planned(
            MonthPlan plan, List<SavedMonths> provisions, List<BillMonths> bills, List<Budget> budgets) {
        var month = new Month(plan, plan.members(), plan.nets());
        return new MonthPlan(
                plan.month(),
                plan.config(),
                plan.key(),
                provisions.stream().flatMap(saved -> month.line(saved).stream()).toList(),
                provisions.stream()
                        .filter(saved -> saved.provision().endedIn(plan.month()))
                        .map(month::endedLine)
                        .filter(line -> !line.balance().isZero())
                        .toList(),
                bills.stream().flatMap(months -> month.line(months).stream()).toList(),
                budgets.stream().flatMap(budget -> month.line(budget).stream()).toList());
    }

    /** The figures of a provision in a month. */
    private record Saved(Optional<Money> planned, Money balance, Money reached) {

        static Saved of(SavingMonth month) {
            return new Saved(Optional.of(month.planned()), month.balance(), month.reached());
        }
    }

    /**
     * The figures of a provision in each month.
     *
     * @param byMonth what a month plans is empty where its terms alone say it
     */
    private record SavedMonths(Provision provision, Map<YearMonth, Saved> byMonth) {

        static SavedMonths of(Provision provision, YearMonth first, YearMonth last, LineSchedules schedules) {
            Map<YearMonth, Saved> byMonth = new HashMap<>();
            if (!provision.isMovedByFactsAlone(last)) {
                schedules.of(provision, last).stream()
                        .filter(month -> !month.month().isBefore(first))
                        .forEach(month -> byMonth.put(month.month(), Saved.of(month)));
            }
            // Later terms change nothing of the months before them.
            if (provision.isMovedByFactsAlone(first)) {
                provision.balances(first, last).forEach((month, balance) -> {
                    if (provision.isMovedByFactsAlone(month)) {
                        byMonth.put(month, new Saved(Optional.empty(), balance, balance));
                    }
                });
            }
            return new SavedMonths(provision, byMonth);
        }

        Saved in(YearMonth month) {
            return Objects.requireNonNull(byMonth.get(month));
        }
    }

    /** A month without lines, and who is present and earns what in it, in member order. */
    private record Month(MonthPlan plan, List<MemberKey> present, List<Money> nets) {

        private Optional<ProvisionLine> line(SavedMonths months) {
            Provision provision = months.provision();
            return provision.terms().at(plan.month()).map(terms -> {
                Saved saved = months.in(plan.month());
                Money monthly = saved.planned().orElseGet(() -> terms.base().monthly(present, nets));
                MonthPlan.Divided divided = plan.divide(monthly, terms.split(), present);
                return new ProvisionLine(
                        provision,
                        Optional.of(terms),
                        monthly,
                        divided.shares(),
                        divided.keyInstead(),
                        saved.balance(),
                        saved.reached(),
                        Progress.towards(terms.target(), saved.reached()));
            });
        }

        private ProvisionLine endedLine(SavedMonths months) {
            Money balance = months.in(plan.month()).balance();
            return new ProvisionLine(
                    months.provision(),
                    Optional.empty(),
                    Money.ZERO,
                    Shares.none(present.size()),
                    false,
                    balance,
                    balance,
                    Optional.empty());
        }

        private Optional<FixedLine> line(BillMonths months) {
            FixedExpense bill = months.bill();
            return bill.terms().at(plan.month()).map(terms -> {
                Money monthly = months.partOf(plan.month());
                MonthPlan.Divided divided = plan.divide(monthly, terms.split(), present);
                return new FixedLine(bill, terms, monthly, divided.shares(), divided.keyInstead());
            });
        }

        private Optional<BudgetPlan> line(Budget budget) {
            return budget.terms().at(plan.month()).map(terms -> {
                MonthPlan.Divided divided = plan.divide(terms.amount(), terms.split(), present);
                return new BudgetPlan(budget, terms, divided.shares(), divided.keyInstead());
            });
        }
    }
}
