package io.prorata.domain.plan;

import io.prorata.domain.account.Accounts;
import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.money.Money;
import io.prorata.domain.provision.Provision;
import io.prorata.domain.provision.SavingMonth;
import io.prorata.domain.provision.SavingSchedule;
import io.prorata.domain.time.Dates;
import io.prorata.domain.time.Timeline;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The whole plan of a household, in past and future, and its accounts.
 *
 * @param configs the versions in force, one for each first month
 * @param fixed by id
 * @param provisions in the order of display
 * @param budgets by id
 * @param settleSince the first month of settling up, if it has been set
 */
public record PlanBook(
        Timeline<Config> configs,
        List<FixedExpense> fixed,
        List<Provision> provisions,
        Accounts accounts,
        List<Budget> budgets,
        Optional<YearMonth> settleSince) {

    private static final Comparator<Provision> ORDER = Comparator.comparingInt(
                    (Provision provision) -> provision.card().position())
            .thenComparingLong(Provision::id);

    /** An empty plan. */
    public static final PlanBook EMPTY = new PlanBook(Timeline.empty(), List.of(), List.of());

    /** Sorts bills, provisions and budgets. */
    public PlanBook {
        fixed = fixed.stream()
                .sorted(Comparator.comparingLong(FixedExpense::id))
                .toList();
        provisions = provisions.stream().sorted(ORDER).toList();
        budgets = budgets.stream().sorted(Comparator.comparingLong(Budget::id)).toList();
    }

    /** A plan without budgets and without described accounts. */
    public PlanBook(Timeline<Config> configs, List<FixedExpense> fixed, List<Provision> provisions) {
        this(configs, fixed, provisions, Accounts.NONE, List.of(), Optional.empty());
    }

    /** Returns this plan as if {@code config} were in force in every month. */
    public PlanBook under(Config config) {
        return new PlanBook(
                Timeline.from(Dates.FIRST_MONTH, config), fixed, provisions, accounts, budgets, settleSince);
    }

    /** Returns the plan of {@code month}. */
    public MonthPlan at(YearMonth month) {
        return between(month, month).get(0);
    }

    /**
     * Returns the plans of the months from {@code first} to {@code last}, in order. What a line puts aside depends on the months before: it is
     * computed once for all of them.
     *
     * @throws IllegalArgumentException if {@code last} is before {@code first}
     */
    public List<MonthPlan> between(YearMonth first, YearMonth last) {
        return MonthPlans.of(this, first, last, LineSchedules.of(this)).plans();
    }

    /**
     * The same months of two plans.
     *
     * @param before of this plan, in order
     * @param after of the other one, in order
     */
    public record BothPlans(List<MonthPlan> before, List<MonthPlan> after) {}

    /**
     * Returns the months from {@code first} to {@code last} of this plan and of {@code other}, as {@link #between} does. What is the same in
     * both is computed once, and is the same object.
     *
     * @throws IllegalArgumentException if {@code last} is before {@code first}
     */
    public BothPlans beside(PlanBook other, YearMonth first, YearMonth last) {
        MonthPlans before = MonthPlans.of(this, first, last, LineSchedules.of(this));
        return new BothPlans(
                before.plans(), before.of(other, LineSchedules.of(other)).plans());
    }

    /** Returns the provision with this id, if there is one. */
    public Optional<Provision> provision(long id) {
        return provisions.stream().filter(provision -> provision.id() == id).findFirst();
    }

    /**
     * Returns the months of {@code provision} up to {@code month} (formula 17); none before its first terms.
     *
     * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f17">Formula 17, provisions that land</a>
     */
    public List<SavingMonth> savings(Provision provision, YearMonth month) {
        return schedule(provision).until(month);
    }

    /**
     * Returns {@code provision} with the incomes of this plan (formula 17).
     *
     * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f17">Formula 17, provisions that land</a>
     */
    public SavingSchedule schedule(Provision provision) {
        return provision.schedule(new Incomes(configs)::steady);
    }

    /**
     * Returns what is in {@code provision} at the end of {@code month}: what facts have left in it, and what its terms have let accrue.
     *
     * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f17">Formula 17, provisions that land</a>
     */
    public Money balance(Provision provision, YearMonth month) {
        List<SavingMonth> months = provision.isMovedByFactsAlone(month) ? List.of() : savings(provision, month);
        return months.isEmpty()
                ? provision.balanceAt(month)
                : months.get(months.size() - 1).balance();
    }

    /** Returns whether lists of {@code month} show {@code provision}: it is in force, or has ended and still has a balance. */
    public boolean shows(Provision provision, YearMonth month) {
        return provision.terms().at(month).isPresent()
                || (provision.endedIn(month) && !balance(provision, month).isZero());
    }

    /**
     * Returns the first month from {@code month} on at whose end the balance of {@code provision} is below 0; empty if there is none. A balance
     * falls below 0 by facts alone.
     */
    public Optional<YearMonth> negativeFrom(Provision provision, YearMonth month) {
        SortedSet<YearMonth> candidates = new TreeSet<>(provision.rows().keySet());
        provision.movements().forEach(movement -> candidates.add(YearMonth.from(movement.date())));
        candidates.add(month);
        return candidates.tailSet(month).stream()
                .filter(candidate -> balance(provision, candidate).isNegative())
                .findFirst();
    }
}
