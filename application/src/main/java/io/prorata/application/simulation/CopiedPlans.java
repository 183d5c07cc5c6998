package io.prorata.application.simulation;

import io.prorata.application.port.Plans;
import io.prorata.domain.account.Accounts;
import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.plan.Budget;
import io.prorata.domain.plan.Config;
import io.prorata.domain.plan.PlanBook;
import io.prorata.domain.provision.Movement;
import io.prorata.domain.provision.Provision;
import io.prorata.domain.time.Timeline;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A household's plan, copied: changes reach the copy alone. A new thing gets the id after the largest there is. */
final class CopiedPlans implements Plans {

    private PlanBook book;

    CopiedPlans(PlanBook book) {
        this.book = book;
    }

    PlanBook book() {
        return book;
    }

    @Override
    public PlanBook book(HouseholdId household) {
        return book;
    }

    @Override
    public Accounts accounts(HouseholdId household) {
        return book.accounts();
    }

    @Override
    public Optional<Planned<FixedExpense>> fixedExpense(HouseholdId household, long id) {
        return book.fixed().stream()
                .filter(bill -> bill.id() == id)
                .map(bill -> new Planned<>(bill, 0))
                .findFirst();
    }

    @Override
    public Optional<Planned<Provision>> provision(HouseholdId household, long id) {
        return book.provision(id).map(provision -> new Planned<>(provision, 0));
    }

    @Override
    public Optional<Planned<Budget>> budget(HouseholdId household, long id) {
        return book.budgets().stream()
                .filter(budget -> budget.id() == id)
                .map(budget -> new Planned<>(budget, 0))
                .findFirst();
    }

    @Override
    public long nextConfigId(HouseholdId household) {
        return after(book.configs().entries().stream()
                .flatMap(entry -> entry.terms().stream())
                .mapToLong(Config::id));
    }

    @Override
    public long nextFixedExpenseId(HouseholdId household) {
        return after(book.fixed().stream().mapToLong(FixedExpense::id));
    }

    @Override
    public long nextProvisionId(HouseholdId household) {
        return after(book.provisions().stream().mapToLong(Provision::id));
    }

    private static long after(LongStream ids) {
        return ids.max().orElse(0) + 1;
    }

    @Override
    public void add(HouseholdId household, Config config) {
        put(book.configs().with(config.from(), config), book.fixed(), book.provisions());
    }

    @Override
    public void add(HouseholdId household, FixedExpense expense) {
        bills(id -> true, expense);
    }

    @Override
    public void replace(HouseholdId household, FixedExpense expense) {
        bills(id -> id != expense.id(), expense);
    }

    private void bills(LongPredicate kept, FixedExpense bill) {
        put(
                book.configs(),
                Stream.concat(book.fixed().stream().filter(one -> kept.test(one.id())), Stream.of(bill))
                        .toList(),
                book.provisions());
    }

    @Override
    public void add(HouseholdId household, Provision provision) {
        provisions(id -> true, provision);
    }

    @Override
    public void replace(HouseholdId household, Provision provision) {
        provisions(id -> id != provision.id(), provision);
    }

    private void provisions(LongPredicate kept, Provision provision) {
        put(
                book.configs(),
                book.fixed(),
                Stream.concat(book.provisions().stream().filter(one -> kept.test(one.id())), Stream.of(provision))
                        .toList());
    }

    @Override
    public Moved move(HouseholdId household, long provisionId, Movement movement) {
        Provision before = book.provision(provisionId).orElseThrow();
        replace(
                household,
                new Provision(
                        before.id(),
                        before.card(),
                        before.opening(),
                        before.terms(),
                        Stream.concat(before.movements().stream(), Stream.of(movement))
                                .toList(),
                        before.rows()));
        return new Moved(0, movement, 0);
    }

    private void put(Timeline<Config> configs, List<FixedExpense> bills, List<Provision> provisions) {
        put(configs, bills, provisions, book.budgets());
    }

    private void put(
            Timeline<Config> configs, List<FixedExpense> bills, List<Provision> provisions, List<Budget> budgets) {
        book = new PlanBook(configs, bills, provisions, book.accounts(), budgets, book.settleSince());
    }

    @Override
    public long nextBudgetId(HouseholdId household) {
        return after(book.budgets().stream().mapToLong(Budget::id));
    }

    @Override
    public void add(HouseholdId household, Budget budget) {
        budgets(id -> true, budget);
    }

    @Override
    public void replace(HouseholdId household, Budget budget) {
        budgets(id -> id != budget.id(), budget);
    }

    private void budgets(LongPredicate kept, Budget budget) {
        put(
                book.configs(),
                book.fixed(),
                book.provisions(),
                Stream.concat(book.budgets().stream().filter(one -> kept.test(one.id())), Stream.of(budget))
                        .toList());
    }

    @Override
    public Optional<Config> config(HouseholdId household, long id) {
        throw notCopied();
    }

    @Override
    public List<Version> versions(HouseholdId household) {
        throw notCopied();
    }

    @Override
    public LastChanges lastChanges(HouseholdId household) {
        throw notCopied();
    }

    @Override
    public void removeConfig(HouseholdId household, long id) {
        throw notCopied();
    }

    @Override
    public void removeFixedExpense(HouseholdId household, long id) {
        throw notCopied();
    }

    @Override
    public void removeProvision(HouseholdId household, long id) {
        throw notCopied();
    }

    @Override
    public void removeBudget(HouseholdId household, long id) {
        throw notCopied();
    }

    @Override
    public List<Moved> movements(HouseholdId household, long provisionId) {
        throw notCopied();
    }

    @Override
    public Map<Long, List<Moved>> movements(HouseholdId household) {
        throw notCopied();
    }

    @Override
    public void takeBack(HouseholdId household, long provisionId, long movementId) {
        throw notCopied();
    }

    private static UnsupportedOperationException notCopied() {
        return new UnsupportedOperationException("no change that can be simulated needs it");
    }
}
