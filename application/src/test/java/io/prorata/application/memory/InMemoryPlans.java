package io.prorata.application.memory;

import io.prorata.application.port.Plans;
import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.plan.Config;
import io.prorata.domain.plan.PlanBook;
import io.prorata.domain.provision.Provision;
import io.prorata.domain.time.Timeline;
import java.util.List;
import java.util.Optional;

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
        expense.terms().entries().stream()
                .flatMap(entry -> entry.terms().stream())
                .forEach(terms -> InMemoryHouseholds.requireMembers(shelf, terms.split().names().stream()));
        Shelf.addNew(shelf.fixed, expense.id(), expense);
    }

    @Override
    public long nextProvisionId(HouseholdId household) {
        return desk.toWrite(household).next("provision", 1);
    }

    @Override
    public void add(HouseholdId household, Provision provision) {
        Shelf shelf = desk.toWrite(household);
        provision.terms().entries().stream()
                .flatMap(entry -> entry.terms().stream())
                .forEach(terms -> InMemoryHouseholds.requireMembers(shelf, InMemoryHouseholds.names(terms)));
        Shelf.addNew(shelf.provisions, provision.id(), provision);
    }
}
