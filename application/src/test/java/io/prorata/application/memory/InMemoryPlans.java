package io.prorata.application.memory;

import io.prorata.application.port.Plans;
import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.plan.Config;
import io.prorata.domain.plan.PlanBook;
import io.prorata.domain.provision.Movement;
import io.prorata.domain.provision.Provision;
import io.prorata.domain.time.Timeline;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

record InMemoryPlans(Desk desk) implements Plans {

    @Override
    public PlanBook book(HouseholdId household) {
        Shelf shelf = desk.toRead(household);
        List<Timeline.Entry<Config>> inForce = shelf.configs.values().stream()
                .filter(config -> !shelf.supersededBy.containsKey(config.id()))
                .map(config -> new Timeline.Entry<>(config.from(), Optional.of(config)))
                .toList();
        return new PlanBook(
                new Timeline<>(inForce), List.copyOf(shelf.fixed.values()), List.copyOf(shelf.provisions.values()));
    }

    @Override
    public Optional<Config> config(HouseholdId household, long id) {
        return Optional.ofNullable(desk.toRead(household).configs.get(id));
    }

    @Override
    public List<Version> versions(HouseholdId household) {
        Shelf shelf = desk.toRead(household);
        return List.copyOf(shelf.configs.values()).reversed().stream()
                .map(config -> new Version(config, supersededBy(shelf, config.id())))
                .toList();
    }

    private static OptionalLong supersededBy(Shelf shelf, long id) {
        Long successor = shelf.supersededBy.get(id);
        return successor == null ? OptionalLong.empty() : OptionalLong.of(successor);
    }

    @Override
    public Optional<Planned<FixedExpense>> fixedExpense(HouseholdId household, long id) {
        Shelf shelf = desk.toRead(household);
        return Optional.ofNullable(shelf.fixed.get(id))
                .map(expense -> new Planned<>(expense, shelf.fixedChangedAt.getOrDefault(id, 0L)));
    }

    @Override
    public Optional<Planned<Provision>> provision(HouseholdId household, long id) {
        Shelf shelf = desk.toRead(household);
        return Optional.ofNullable(shelf.provisions.get(id))
                .map(provision -> new Planned<>(provision, shelf.provisionsChangedAt.getOrDefault(id, 0L)));
    }

    @Override
    public void replace(HouseholdId household, FixedExpense expense) {
        Shelf shelf = desk.toWrite(household);
        requireMembers(shelf, expense);
        Shelf.replace(shelf.fixed, expense.id(), expense);
        shelf.fixedChangedAt.put(expense.id(), desk.making());
    }

    @Override
    public void replace(HouseholdId household, Provision provision) {
        Shelf shelf = desk.toWrite(household);
        requireMembers(shelf, provision);
        Provision before = Optional.ofNullable(shelf.provisions.get(provision.id()))
                .orElseThrow(() -> new IllegalStateException("nothing has the id " + provision.id()));
        shelf.provisions.put(provision.id(), with(provision, before.movements()));
        shelf.provisionsChangedAt.put(provision.id(), desk.making());
    }

    @Override
    public void removeFixedExpense(HouseholdId household, long id) {
        Shelf shelf = desk.toWrite(household);
        Shelf.remove(shelf.fixed, id);
        shelf.fixedChangedAt.remove(id);
    }

    @Override
    public void removeProvision(HouseholdId household, long id) {
        Shelf shelf = desk.toWrite(household);
        if (!movements(household, id).isEmpty()) {
            throw new IllegalStateException("the provision " + id + " has movements");
        }
        Shelf.remove(shelf.provisions, id);
        shelf.movements.remove(id);
        shelf.provisionsChangedAt.remove(id);
    }

    @Override
    public List<Moved> movements(HouseholdId household, long provisionId) {
        return desk.toRead(household).movements.getOrDefault(provisionId, List.of());
    }

    @Override
    public Moved move(HouseholdId household, long provisionId, Movement movement) {
        Shelf shelf = desk.toWrite(household);
        Moved moved = numbered(shelf, movement);
        keep(
                shelf,
                provisionId,
                Stream.concat(movements(household, provisionId).stream(), Stream.of(moved))
                        .toList());
        return moved;
    }

    @Override
    public void takeBack(HouseholdId household, long provisionId, long movementId) {
        Shelf shelf = desk.toWrite(household);
        List<Moved> before = movements(household, provisionId);
        List<Moved> left =
                before.stream().filter(moved -> moved.id() != movementId).toList();
        if (left.size() == before.size()) {
            throw new IllegalStateException("the provision " + provisionId + " has no movement " + movementId);
        }
        keep(shelf, provisionId, left);
    }

    private Moved numbered(Shelf shelf, Movement movement) {
        return new Moved(shelf.next("movement", 1), movement, desk.making());
    }

    private static void keep(Shelf shelf, long provisionId, List<Moved> movements) {
        Provision before = shelf.provisions.get(provisionId);
        if (before == null) {
            throw new IllegalStateException("there is no provision " + provisionId);
        }
        shelf.movements.put(provisionId, movements);
        shelf.provisions.put(
                provisionId,
                with(before, movements.stream().map(Moved::movement).toList()));
    }

    private static Provision with(Provision provision, List<Movement> movements) {
        return new Provision(provision.id(), provision.card(), provision.opening(), provision.terms(), movements);
    }

    @Override
    public long nextConfigId(HouseholdId household) {
        return desk.toWrite(household).next("config", 1);
    }

    @Override
    public void add(HouseholdId household, Config config) {
        Shelf shelf = desk.toWrite(household);
        InMemoryHouseholds.requireMembers(shelf, config.present().stream());
        shelf.configs.values().stream()
                .filter(other -> other.from().equals(config.from()))
                .forEach(other -> shelf.supersededBy.putIfAbsent(other.id(), config.id()));
        Shelf.addNew(shelf.configs, config.id(), config);
    }

    @Override
    public long nextFixedExpenseId(HouseholdId household) {
        return desk.toWrite(household).next("fixed expense", 1);
    }

    @Override
    public void add(HouseholdId household, FixedExpense expense) {
        Shelf shelf = desk.toWrite(household);
        requireMembers(shelf, expense);
        Shelf.addNew(shelf.fixed, expense.id(), expense);
        shelf.fixedChangedAt.put(expense.id(), desk.making());
    }

    @Override
    public long nextProvisionId(HouseholdId household) {
        return desk.toWrite(household).next("provision", 1);
    }

    @Override
    public void add(HouseholdId household, Provision provision) {
        Shelf shelf = desk.toWrite(household);
        requireMembers(shelf, provision);
        Shelf.addNew(shelf.provisions, provision.id(), provision);
        shelf.movements.put(
                provision.id(),
                provision.movements().stream()
                        .map(movement -> numbered(shelf, movement))
                        .toList());
        shelf.provisionsChangedAt.put(provision.id(), desk.making());
    }

    private static void requireMembers(Shelf shelf, FixedExpense expense) {
        expense.terms().entries().stream()
                .flatMap(entry -> entry.terms().stream())
                .forEach(terms -> InMemoryHouseholds.requireMembers(shelf, terms.split().names().stream()));
    }

    private static void requireMembers(Shelf shelf, Provision provision) {
        provision.terms().entries().stream()
                .flatMap(entry -> entry.terms().stream())
                .forEach(terms -> InMemoryHouseholds.requireMembers(shelf, InMemoryHouseholds.names(terms)));
    }
}
