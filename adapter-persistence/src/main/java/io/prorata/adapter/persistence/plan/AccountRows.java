package io.prorata.adapter.persistence.plan;

import static io.prorata.adapter.persistence.generated.Tables.ACCOUNT;
import static io.prorata.adapter.persistence.generated.Tables.ACCOUNT_OWNER;
import static io.prorata.adapter.persistence.generated.Tables.BANK_TRANSACTION;
import static io.prorata.adapter.persistence.generated.Tables.POT_TERMS;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;

import io.prorata.adapter.persistence.generated.tables.records.AccountRecord;
import io.prorata.domain.account.Account;
import io.prorata.domain.account.OpeningBalance;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.money.Money;
import io.prorata.domain.time.Timeline;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Accounts, a row each, and a row per owner; whether there is a pot, a row per change. */
public final class AccountRows {

    private AccountRows() {}

    public static void add(DSLContext sql, HouseholdId household, Account account, long revision) {
        sql.insertInto(ACCOUNT).set(row(sql, household, account, revision)).execute();
        addOwners(sql, household, account);
    }

    public static void replace(DSLContext sql, HouseholdId household, Account account, long revision) {
        int replaced = sql.update(ACCOUNT)
                .set(row(sql, household, account, revision))
                .where(is(household, account.id()))
                .execute();
        if (replaced == 0) {
            throw new IllegalStateException("nothing has the id " + account.id());
        }
        removeOwners(sql, household, account.id());
        addOwners(sql, household, account);
    }

    public static void remove(DSLContext sql, HouseholdId household, long id) {
        removeOwners(sql, household, id);
        if (sql.deleteFrom(ACCOUNT).where(is(household, id)).execute() == 0) {
            throw new IllegalStateException("nothing has the id " + id);
        }
    }

    private static AccountRecord row(DSLContext sql, HouseholdId household, Account account, long revision) {
        AccountRecord row = sql.newRecord(ACCOUNT);
        row.setHouseholdId(household.value());
        row.setAccountId(account.id());
        row.setName(account.name());
        row.setNames(String.join(SharedTerms.NAME_END, account.aliases()));
        row.setKind(account.kind().name());
        row.setCommon(account.commonByDefault().map(common -> common ? 1L : 0L).orElse(null));
        row.setOpeningDate(account.opening().map(OpeningBalance::date).orElse(null));
        row.setOpeningMinor(
                account.opening().map(opening -> opening.amount().minor()).orElse(null));
        row.setRevision(revision);
        return row;
    }

    private static void addOwners(DSLContext sql, HouseholdId household, Account account) {
        account.owner()
                .entries()
                .forEach(entry -> sql.insertInto(ACCOUNT_OWNER)
                        .set(ACCOUNT_OWNER.HOUSEHOLD_ID, household.value())
                        .set(ACCOUNT_OWNER.ACCOUNT_ID, account.id())
                        .set(ACCOUNT_OWNER.FROM_MONTH, entry.from())
                        .set(ACCOUNT_OWNER.OWNER, entry.terms().orElseThrow().text())
                        .execute());
    }

    private static void removeOwners(DSLContext sql, HouseholdId household, long id) {
        sql.deleteFrom(ACCOUNT_OWNER)
                .where(ACCOUNT_OWNER.HOUSEHOLD_ID.eq(household.value()))
                .and(ACCOUNT_OWNER.ACCOUNT_ID.eq(id))
                .execute();
    }

    private static Condition is(HouseholdId household, long id) {
        return ACCOUNT.HOUSEHOLD_ID.eq(household.value()).and(ACCOUNT.ACCOUNT_ID.eq(id));
    }

    public static void keepPot(DSLContext sql, HouseholdId household, Timeline<Boolean> pot) {
        sql.deleteFrom(POT_TERMS)
                .where(POT_TERMS.HOUSEHOLD_ID.eq(household.value()))
                .execute();
        pot.entries()
                .forEach(entry -> sql.insertInto(POT_TERMS)
                        .set(POT_TERMS.HOUSEHOLD_ID, household.value())
                        .set(POT_TERMS.FROM_MONTH, entry.from())
                        .set(POT_TERMS.HAS_POT, entry.terms().orElseThrow() ? 1L : 0L)
                        .execute());
    }

    public static boolean hasRows(DSLContext sql, HouseholdId household, Set<String> aliases) {
        return sql.fetchExists(BANK_TRANSACTION, of(household, aliases));
    }

    /** From {@code transaction_by_account_and_date} alone. */
    public static Money sum(
            DSLContext sql, HouseholdId household, Set<String> aliases, Optional<LocalDate> after, LocalDate upTo) {
        return new Money(
                sql.select(coalesce(DSL.sum(BANK_TRANSACTION.AMOUNT_MINOR).cast(Long.class), inline(0L)))
                        .from(BANK_TRANSACTION)
                        .where(of(household, aliases))
                        .and(BANK_TRANSACTION.DATE.le(upTo))
                        .and(after.map(BANK_TRANSACTION.DATE::gt).orElse(noCondition()))
                        .fetchSingle()
                        .value1());
    }

    private static Condition of(HouseholdId household, Set<String> aliases) {
        return BANK_TRANSACTION.HOUSEHOLD_ID.eq(household.value()).and(BANK_TRANSACTION.ACCOUNT.in(aliases));
    }
}
