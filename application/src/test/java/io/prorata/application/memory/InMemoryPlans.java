package io.prorata.application.memory;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.prorata.application.port.Plans;
import io.prorata.domain.account.Accounts;
import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.MonthFacts;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.plan.Budget;
import io.prorata.domain.plan.Config;
import io.prorata.domain.plan.PlanBook;
import io.prorata.domain.provision.Movement;
import io.prorata.domain.provision.Provision;
import io.prorata.domain.provision.SavingFacts;
import io.prorata.domain.time.Timeline;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

record InMemoryPlans(InMemorySession session) implements Plans {

    @Override
    public Accounts accounts(HouseholdId household) {
        return book(household).accounts();
    }

    @Override
    public PlanBook book(HouseholdId household) {
        HouseholdRecords records = session.toRead(household);
        List<Timeline.Entry<Config>> inForce = records.configs.values().stream()
                .filter(config -> !records.supersededBy.containsKey(config.id()))
                .map(config -> new Timeline.Entry<>(config.from(), Optional.of(config)))
                .toList();
        Map<YearMonth, MonthFacts> facts = facts(records);
        return new PlanBook(
                new Timeline<>(inForce),
                List.copyOf(records.fixed.values()),
                records.provisions.values().stream()
                        .map(provision -> provision.withRows(SavingFacts.ofRows(provision.id(), facts)))
                        .toList(),
                new Accounts(
                        records.accounts.values().stream().map(Planned::thing).toList(), records.pot),
                records.budgets.values().stream().map(Planned::thing).toList(),
                records.settleSince);
    }

    private static Map<YearMonth, MonthFacts> facts(HouseholdRecords records) {
        return records.rows.values().stream()
                .map(HouseholdRecords.Row::transaction)
                .collect(groupingBy(Transaction::month, collectingAndThen(toList(), MonthFacts::of)));
    }

    @Override
    public Optional<Planned<Budget>> budget(HouseholdId household, long id) {
        return Optional.ofNullable(session.toRead(household).budgets.get(id));
    }

    @Override
    public long nextBudgetId(HouseholdId household) {
        return session.toWrite(household).next("budget", 1);
    }

    @Override
    public void add(HouseholdId household, Budget budget) {
        HouseholdRecords.addNew(
                session.toWrite(household).budgets, budget.id(), new Planned<>(budget, session.making()));
    }

    @Override
    public void replace(HouseholdId household, Budget budget) {
        HouseholdRecords.replace(
                session.toWrite(household).budgets, budget.id(), new Planned<>(budget, session.making()));
    }

    @Override
    public void removeBudget(HouseholdId household, long id) {
        HouseholdRecords.remove(session.toWrite(household).budgets, id);
    }

    @Override
    public Optional<Config> config(HouseholdId household, long id) {
        return Optional.ofNullable(session.toRead(household).configs.get(id));
    }

    @Override
    public List<Version> versions(HouseholdId household) {
        HouseholdRecords records = session.toRead(household);
        return List.copyOf(records.configs.values()).reversed().stream()
                .map(config -> new Version(config, supersededBy(records, config.id())))
                .toList();
    }

    private static OptionalLong supersededBy(HouseholdRecords records, long id) {
        Long successor = records.supersededBy.get(id);
        return successor == null ? OptionalLong.empty() : OptionalLong.of(successor);
    }

    @Override
    public Optional<Planned<FixedExpense>> fixedExpense(HouseholdId household, long id) {
        HouseholdRecords records = session.toRead(household);
        return Optional.ofNullable(records.fixed.get(id))
                .map(expense -> new Planned<>(expense, records.fixedChangedAt.getOrDefault(id, 0L)));
    }

    @Override
    public Optional<Planned<Provision>> provision(HouseholdId household, long id) {
        HouseholdRecords records = session.toRead(household);
        return Optional.ofNullable(records.provisions.get(id))
                .map(provision -> new Planned<>(
                        provision.withRows(SavingFacts.ofRows(id, facts(records))),
                        records.provisionsChangedAt.getOrDefault(id, 0L)));
    }

    @Override
    public void replace(HouseholdId household, FixedExpense expense) {
        HouseholdRecords records = session.toWrite(household);
        requireMembers(records, expense);
        HouseholdRecords.replace(records.fixed, expense.id(), expense);
        records.fixedChangedAt.put(expense.id(), session.making());
    }

    @Override
    public void replace(HouseholdId household, Provision provision) {
        HouseholdRecords records = session.toWrite(household);
        requireMembers(records, provision);
        Provision before = Optional.ofNullable(records.provisions.get(provision.id()))
                .orElseThrow(() -> new IllegalStateException("nothing has the id " + provision.id()));
        records.provisions.put(provision.id(), with(provision, before.movements()));
        records.provisionsChangedAt.put(provision.id(), session.making());
    }

    @Override
    public void removeFixedExpense(HouseholdId household, long id) {
        HouseholdRecords records = session.toWrite(household);
        HouseholdRecords.remove(records.fixed, id);
        records.fixedChangedAt.remove(id);
    }

    @Override
    public void removeProvision(HouseholdId household, long id) {
        HouseholdRecords records = session.toWrite(household);
        if (!movements(household, id).isEmpty()) {
            throw new IllegalStateException("the provision " + id + " has movements");
        }
        HouseholdRecords.remove(records.provisions, id);
        records.movements.remove(id);
        records.provisionsChangedAt.remove(id);
    }

    @Override
    public List<Moved> movements(HouseholdId household, long provisionId) {
        return session.toRead(household).movements.getOrDefault(provisionId, List.of());
    }

    @Override
    public Map<Long, List<Moved>> movements(HouseholdId household) {
        return session.toRead(household).movements.entrySet().stream()
                .filter(of -> !of.getValue().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public LastChanges lastChanges(HouseholdId household) {
        HouseholdRecords records = session.toRead(household);
        return new LastChanges(
                records.fixed.keySet().stream()
                        .collect(Collectors.toMap(id -> id, id -> records.fixedChangedAt.getOrDefault(id, 0L))),
                records.provisions.keySet().stream()
                        .collect(Collectors.toMap(id -> id, id -> records.provisionsChangedAt.getOrDefault(id, 0L))),
                records.budgets.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, budget -> budget.getValue().changedAt())));
    }

    @Override
    public Moved move(HouseholdId household, long provisionId, Movement movement) {
        HouseholdRecords records = session.toWrite(household);
        Moved moved = numbered(records, movement);
        keep(
                records,
                provisionId,
                Stream.concat(movements(household, provisionId).stream(), Stream.of(moved))
                        .toList());
        return moved;
    }

    @Override
    public void takeBack(HouseholdId household, long provisionId, long movementId) {
        HouseholdRecords records = session.toWrite(household);
        List<Moved> before = movements(household, provisionId);
        List<Moved> left =
                before.stream().filter(moved -> moved.id() != movementId).toList();
        if (left.size() == before.size()) {
            throw new IllegalStateException("the provision " + provisionId + " has no movement " + movementId);
        }
        keep(records, provisionId, left);
    }

    private Moved numbered(HouseholdRecords records, Movement movement) {
        return new Moved(records.next("movement", 1), movement, session.making());
    }

    private static void keep(HouseholdRecords records, long provisionId, List<Moved> movements) {
        Provision before = records.provisions.get(provisionId);
        if (before == null) {
            throw new IllegalStateException("there is no provision " + provisionId);
        }
        records.movements.put(provisionId, movements);
        records.provisions.put(
                provisionId,
                with(before, movements.stream().map(Moved::movement).toList()));
    }

    private static Provision with(Provision provision, List<Movement> movements) {
        return new Provision(provision.id(), provision.card(), provision.opening(), provision.terms(), movements);
    }

    @Override
    public long nextConfigId(HouseholdId household) {
        return session.toWrite(household).next("config", 1);
    }

    @Override
    public void add(HouseholdId household, Config config) {
        HouseholdRecords records = session.toWrite(household);
        InMemoryHouseholds.requireMembers(records, config.present().stream());
        records.configs.values().stream()
                .filter(other -> other.from().equals(config.from()))
                .forEach(other -> records.supersededBy.putIfAbsent(other.id(), config.id()));
        HouseholdRecords.addNew(records.configs, config.id(), config);
    }

    @Override
    public void removeConfig(HouseholdId household, long id) {
        HouseholdRecords records = session.toWrite(household);
        if (records.configs.remove(id) == null) {
            throw new IllegalStateException("nothing has the id " + id);
        }
        Long successor = records.supersededBy.remove(id);
        if (successor == null) {
            records.supersededBy.values().removeIf(by -> by == id);
        } else {
            records.supersededBy.replaceAll((superseded, by) -> by == id ? successor : by);
        }
    }

    @Override
    public long nextFixedExpenseId(HouseholdId household) {
        return session.toWrite(household).next("fixed expense", 1);
    }

    @Override
    public void add(HouseholdId household, FixedExpense expense) {
        HouseholdRecords records = session.toWrite(household);
        requireMembers(records, expense);
        HouseholdRecords.addNew(records.fixed, expense.id(), expense);
        records.fixedChangedAt.put(expense.id(), session.making());
    }

    @Override
    public long nextProvisionId(HouseholdId household) {
        return session.toWrite(household).next("provision", 1);
    }

    @Override
    public void add(HouseholdId household, Provision provision) {
        HouseholdRecords records = session.toWrite(household);
        requireMembers(records, provision);
        HouseholdRecords.addNew(records.provisions, provision.id(), provision);
        records.movements.put(
                provision.id(),
                provision.movements().stream()
                        .map(movement -> numbered(records, movement))
                        .toList());
        records.provisionsChangedAt.put(provision.id(), session.making());
    }

    private static void requireMembers(HouseholdRecords records, FixedExpense expense) {
        expense.terms().entries().stream()
                .flatMap(entry -> entry.terms().stream())
                .forEach(terms -> InMemoryHouseholds.requireMembers(records, terms.split().names().stream()));
    }

    private static void requireMembers(HouseholdRecords records, Provision provision) {
        provision.terms().entries().stream()
                .flatMap(entry -> entry.terms().stream())
                .forEach(terms -> InMemoryHouseholds.requireMembers(records, InMemoryHouseholds.names(terms)));
    }
}
