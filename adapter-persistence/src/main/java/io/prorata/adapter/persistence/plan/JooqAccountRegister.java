package io.prorata.adapter.persistence.plan;

import static io.prorata.adapter.persistence.generated.Tables.HOUSEHOLD;

import io.prorata.adapter.persistence.row.Counters;
import io.prorata.application.port.AccountRegister;
import io.prorata.application.port.Plans.Planned;
import io.prorata.application.port.Revisions;
import io.prorata.domain.account.Account;
import io.prorata.domain.account.BankBalance;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.money.Money;
import io.prorata.domain.time.Timeline;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jooq.DSLContext;

/** Accounts in their tables. */
public final class JooqAccountRegister implements AccountRegister {

    private final DSLContext sql;
    private final Revisions revisions;

    public JooqAccountRegister(DSLContext sql, Revisions revisions) {
        this.sql = sql;
        this.revisions = revisions;
    }

    @Override
    public List<Planned<Account>> all(HouseholdId household) {
        return SharedTerms.read(sql, household).accounts();
    }

    @Override
    public long nextId(HouseholdId household) {
        return Counters.next(sql, household, "account", 1);
    }

    @Override
    public void add(HouseholdId household, Account account) {
        AccountRows.add(sql, household, account, making(household));
    }

    @Override
    public void replace(HouseholdId household, Account account) {
        AccountRows.replace(sql, household, account, making(household));
    }

    @Override
    public void remove(HouseholdId household, long id) {
        AccountRows.remove(sql, household, id);
    }

    @Override
    public void keepPot(HouseholdId household, Timeline<Boolean> pot) {
        AccountRows.keepPot(sql, household, pot);
    }

    @Override
    public void settleSince(HouseholdId household, Optional<YearMonth> month) {
        sql.update(HOUSEHOLD)
                .set(HOUSEHOLD.SETTLE_SINCE, month.orElse(null))
                .where(HOUSEHOLD.HOUSEHOLD_ID.eq(household.value()))
                .execute();
    }

    @Override
    public void keepBalance(HouseholdId household, OptionalLong importId, String alias, BankBalance balance) {
        BankBalanceRows.keep(sql, household, importId, alias, balance);
    }

    @Override
    public Optional<BankBalance> balance(HouseholdId household, Set<String> aliases, LocalDate upTo) {
        return BankBalanceRows.latest(sql, household, aliases, upTo);
    }

    @Override
    public void removeBalances(HouseholdId household, long importId) {
        BankBalanceRows.removeOfImport(sql, household, importId);
    }

    @Override
    public boolean hasRows(HouseholdId household, Set<String> aliases) {
        return AccountRows.hasRows(sql, household, aliases);
    }

    @Override
    public Money sum(HouseholdId household, Set<String> aliases, Optional<LocalDate> after, LocalDate upTo) {
        return AccountRows.sum(sql, household, aliases, after, upTo);
    }

    private long making(HouseholdId household) {
        return revisions.current(household).number();
    }
}
