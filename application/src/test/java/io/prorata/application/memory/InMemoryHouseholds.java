package io.prorata.application.memory;

import io.prorata.application.port.Households;
import io.prorata.application.port.Plans;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.provision.Movement;
import io.prorata.domain.provision.ProvisionBase;
import io.prorata.domain.provision.ProvisionTerms;
import io.prorata.domain.renaming.MemberRenaming;
import io.prorata.domain.time.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

record InMemoryHouseholds(InMemorySession session) implements Households {

    @Override
    public List<Listed> all() {
        return session.shelves().entrySet().stream()
                .map(records -> new Listed(records.getKey(), records.getValue().settings()))
                .toList();
    }

    @Override
    public Household get(HouseholdId household) {
        return session.toRead(household).settings();
    }

    @Override
    public void keep(HouseholdId household, Household settings) {
        HouseholdRecords records = session.toWrite(household);
        referredTo(records).filter(key -> !settings.has(key)).findFirst().ifPresent(key -> {
            throw new IllegalStateException(key + " is named by the plan");
        });
        records.settings = settings;
    }

    @Override
    public void rename(HouseholdId household, MemberRenaming renaming) {
        HouseholdRecords records = session.toWrite(household);
        records.settings = renaming.of(records.settings());
        records.configs.replaceAll((id, config) -> renaming.of(config));
        records.fixed.replaceAll((id, bill) -> renaming.of(bill));
        records.provisions.replaceAll((id, provision) -> renaming.of(provision));
        records.movements.replaceAll((id, moves) -> moves.stream()
                .map(move -> {
                    Movement movement = renaming.of(move.movement());
                    return movement.equals(move.movement())
                            ? move
                            : new Plans.Moved(move.id(), movement, session.making());
                })
                .collect(Collectors.toCollection(ArrayList::new)));
    }

    @Override
    public boolean holdAmounts(HouseholdId household) {
        HouseholdRecords records = session.toRead(household);
        return !(records.configs.isEmpty()
                && records.fixed.isEmpty()
                && records.provisions.isEmpty()
                && records.budgets.isEmpty()
                && records.settlements.isEmpty()
                && records.accounts.values().stream()
                        .allMatch(account -> account.thing().opening().isEmpty())
                && records.rows.isEmpty());
    }

    /** Those whom a foreign key keeps in the list. */
    private static Stream<MemberKey> referredTo(HouseholdRecords records) {
        Stream<MemberKey> present = records.configs.values().stream().flatMap(config -> config.present().stream());
        Stream<MemberKey> payers = records.fixed.values().stream()
                .flatMap(expense -> terms(expense.terms()))
                .flatMap(terms -> terms.split().names().stream());
        Stream<MemberKey> savers = records.provisions.values().stream()
                .flatMap(provision -> terms(provision.terms()))
                .flatMap(InMemoryHouseholds::names);
        return Stream.of(present, payers, savers).flatMap(keys -> keys);
    }

    private static <T> Stream<T> terms(Timeline<T> timeline) {
        return timeline.entries().stream().map(Timeline.Entry::terms).flatMap(Optional::stream);
    }

    /** Returns the members whom the terms of a provision name. */
    static Stream<MemberKey> names(ProvisionTerms terms) {
        Stream<MemberKey> base =
                terms.base() instanceof ProvisionBase.ShareOfOne one ? Stream.of(one.member()) : Stream.empty();
        return Stream.concat(base, terms.split().names().stream());
    }

    /** As a foreign key would: whoever is named has to be there. */
    static void requireMembers(HouseholdRecords records, Stream<MemberKey> names) {
        names.filter(key -> !records.settings().has(key)).findFirst().ifPresent(key -> {
            throw new IllegalStateException(key + " is no member of the household");
        });
    }
}
