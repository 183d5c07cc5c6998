package io.prorata.application.memory;

import io.prorata.application.port.AccountRegister;
import io.prorata.application.port.Plans.Planned;
import io.prorata.domain.account.Account;
import io.prorata.domain.account.BankBalance;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.BankLine;
import io.prorata.domain.money.Money;
import io.prorata.domain.time.Timeline;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
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
    public void keepBalance(HouseholdId household, OptionalLong importId, String alias, BankBalance balance) {
        List<StatedBalance> balances = session.toWrite(household).balances;
        balances.removeIf(stated ->
                stated.alias().equals(alias) && stated.balance().date().equals(balance.date()));
        balances.add(new StatedBalance(importId, alias, balance));
    }

    @Override
    public Optional<BankBalance> balance(HouseholdId household, Set<String> aliases, LocalDate upTo) {
        return session.toRead(household).balances.stream()
                .filter(stated -> aliases.contains(stated.alias()))
                .map(StatedBalance::balance)
                .filter(balance -> !balance.date().isAfter(upTo))
                .max(Comparator.comparing(BankBalance::date));
    }

    @Override
    public void removeBalances(HouseholdId household, long importId) {
        session.toWrite(household).balances.removeIf(stated -> stated.importId().equals(OptionalLong.of(importId)));
    }

    /** What the bank says of an account. */
    record StatedBalance(OptionalLong importId, String alias, BankBalance balance) {}

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
