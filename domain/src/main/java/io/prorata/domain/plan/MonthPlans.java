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
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The plans of months that follow one another. The schedule of each line is computed once, from its first month to the last of these, and
 * looked up by month.
 *
 * @param book the plan that they are of
 * @param bills what the months carry of each bill, by its id
 * @param plans in order, at least one
 */
record MonthPlans(PlanBook book, Map<Long, BillMonths> bills, List<MonthPlan> plans) {

    /** @throws IllegalArgumentException if {@code last} is before {@code first} */
    static MonthPlans of(PlanBook book, YearMonth first, YearMonth last, LineSchedules schedules) {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("there are no months from " + first + " to " + last);
        }
        return of(book, first, last, schedules, SameLines.NONE, Map.of());
    }

    /** Returns the same months of another plan. Lines and schedules that are the same in both are taken over, not computed again. */
    MonthPlans of(PlanBook other, LineSchedules schedules) {
        return of(
                other,
                plans.get(0).month(),
                plans.get(plans.size() - 1).month(),
                schedules,
                SameLines.of(book, plans, other),
                bills);
    }

    private static MonthPlans of(
            PlanBook book,
            YearMonth first,
            YearMonth last,
            LineSchedules schedules,
            SameLines same,
            Map<Long, BillMonths> known) {
        List<MonthPlan> empty = empty(book, first, last);
        List<SavedMonths> provisions = book.provisions().stream()
                .filter(provision -> hasBegun(provision, last))
                .map(provision -> same.hasUntil(last, provision)
                        ? SavedMonths.unneeded(provision)
                        : SavedMonths.of(provision, first, last, schedules))
                .toList();
        Map<Long, BillMonths> bills = new LinkedHashMap<>();
        book.fixed().stream()
                .filter(bill -> empty.stream()
                        .anyMatch(plan -> bill.terms().at(plan.month()).isPresent()))
                .forEach(bill -> bills.put(
                        bill.id(),
                        Optional.ofNullable(known.get(bill.id()))
                                .filter(months -> same.has(bill))
                                .orElseGet(() -> schedules.of(bill, first, last))));
        return new MonthPlans(
                book,
                bills,
                empty.stream()
                        .map(plan -> planned(plan, same, provisions, bills.values(), book.budgets()))
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
            MonthPlan plan,
            SameLines same,
            List<SavedMonths> provisions,
            Collection<BillMonths> bills,
            List<Budget> budgets) {
        var month = new Month(plan, same, plan.members(), plan.nets());
        return new MonthPlan(
                plan.month(),
                plan.config(),
                plan.key(),
                provisions.stream().flatMap(saved -> month.line(saved).stream()).toList(),
                provisions.stream()
                        .filter(saved -> saved.provision().endedIn(plan.month()))
                        .flatMap(saved -> month.endedLine(saved).stream())
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

        /** Of a provision whose lines are all taken over. */
        static SavedMonths unneeded(Provision provision) {
            return new SavedMonths(provision, Map.of());
        }

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
    private record Month(MonthPlan plan, SameLines same, List<MemberKey> present, List<Money> nets) {

        private Optional<ProvisionLine> line(SavedMonths months) {
            Provision provision = months.provision();
            if (same.has(plan.month(), provision)) {
                return same.line(plan.month(), provision);
            }
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

        /** Nothing, if there is nothing left in it. */
        private Optional<ProvisionLine> endedLine(SavedMonths months) {
            Provision provision = months.provision();
            if (same.has(plan.month(), provision)) {
                return same.endedLine(plan.month(), provision);
            }
            return Optional.of(months.in(plan.month()).balance())
                    .filter(balance -> !balance.isZero())
                    .map(balance -> new ProvisionLine(
                            provision,
                            Optional.empty(),
                            Money.ZERO,
                            Shares.none(present.size()),
                            false,
                            balance,
                            balance,
                            Optional.empty()));
        }

        private Optional<FixedLine> line(BillMonths months) {
            FixedExpense bill = months.bill();
            if (same.has(plan.month(), bill)) {
                return same.line(plan.month(), bill);
            }
            return bill.terms().at(plan.month()).map(terms -> {
                Money monthly = months.partOf(plan.month());
                MonthPlan.Divided divided = plan.divide(monthly, terms.split(), present);
                return new FixedLine(bill, terms, monthly, divided.shares(), divided.keyInstead());
            });
        }

        private Optional<BudgetPlan> line(Budget budget) {
            if (same.has(plan.month(), budget)) {
                return same.line(plan.month(), budget);
            }
            return budget.terms().at(plan.month()).map(terms -> {
                MonthPlan.Divided divided = plan.divide(terms.amount(), terms.split(), present);
                return new BudgetPlan(budget, terms, divided.shares(), divided.keyInstead());
            });
        }
    }
}
