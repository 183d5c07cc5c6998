package io.prorata.application.memory;

import io.prorata.application.port.AccountRegister;
import io.prorata.application.port.Plans.Planned;
import io.prorata.domain.account.Account;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.BankLine;
import io.prorata.domain.money.Money;
import io.prorata.domain.time.Timeline;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

record InMemoryAccountRegister(InMemorySession session) implements AccountRegister {

    @Override
    public List<Planned<Account>> all(HouseholdId household) {
        return List.copyOf(session.toRead(household).accounts.values());
    }

    @Override
    public long nextId(HouseholdId household) {
        return session.toWrite(household).next("account", 1);
    }

    @Override
    public void add(HouseholdId household, Account account) {
        HouseholdRecords.addNew(
                session.toWrite(household).accounts, account.id(), new Planned<>(account, session.making()));
    }

    @Override
    public void replace(HouseholdId household, Account account) {
        HouseholdRecords.replace(
                session.toWrite(household).accounts, account.id(), new Planned<>(account, session.making()));
    }

    @Override
    public void remove(HouseholdId household, long id) {
        HouseholdRecords.remove(session.toWrite(household).accounts, id);
    }

    @Override
    public void keepPot(HouseholdId household, Timeline<Boolean> pot) {
        session.toWrite(household).pot = pot;
    }

    @Override
    public void settleSince(HouseholdId household, Optional<YearMonth> month) {
        session.toWrite(household).settleSince = month;
    }

    @Override
    public boolean hasRows(HouseholdId household, Set<String> aliases) {
        return lines(household, aliases).findAny().isPresent();
    }

    @Override
    public Money sum(HouseholdId household, Set<String> aliases, Optional<LocalDate> after, LocalDate upTo) {
        return Money.sum(lines(household, aliases)
                .filter(line -> !line.date().isAfter(upTo))
                .filter(line -> after.filter(day -> !line.date().isAfter(day)).isEmpty())
                .map(BankLine::amount)
                .toList());
    }

    private Stream<BankLine> lines(HouseholdId household, Set<String> aliases) {
        return session.toRead(household).rows.values().stream()
                .map(row -> row.transaction().line())
                .filter(line -> line.account() != null && aliases.contains(line.account()));
    }
}
