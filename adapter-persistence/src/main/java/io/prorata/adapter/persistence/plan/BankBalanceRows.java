package io.prorata.adapter.persistence.plan;

import static io.prorata.adapter.persistence.generated.Tables.BANK_BALANCE;

import io.prorata.domain.account.BankBalance;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.money.Money;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jooq.DSLContext;

/** What the bank says is on accounts, a row for each day of which it says so. */
final class BankBalanceRows {

    private BankBalanceRows() {}

    static void keep(DSLContext sql, HouseholdId household, OptionalLong importId, String alias, BankBalance balance) {
        sql.deleteFrom(BANK_BALANCE)
                .where(BANK_BALANCE.HOUSEHOLD_ID.eq(household.value()))
                .and(BANK_BALANCE.ACCOUNT.eq(alias))
                .and(BANK_BALANCE.DATE.eq(balance.date()))
                .execute();
        sql.insertInto(BANK_BALANCE)
                .set(BANK_BALANCE.HOUSEHOLD_ID, household.value())
                .set(BANK_BALANCE.ACCOUNT, alias)
                .set(BANK_BALANCE.DATE, balance.date())
                .set(BANK_BALANCE.AMOUNT_MINOR, balance.amount().minor())
                .set(BANK_BALANCE.IMPORT_ID, importId.isPresent() ? (Long) importId.getAsLong() : null)
                .execute();
    }

    /** One seek in the key for each name of the account. */
    static Optional<BankBalance> latest(DSLContext sql, HouseholdId household, Set<String> aliases, LocalDate upTo) {
        return aliases.stream()
                .flatMap(alias -> sql
                        .select(BANK_BALANCE.DATE, BANK_BALANCE.AMOUNT_MINOR)
                        .from(BANK_BALANCE)
                        .where(BANK_BALANCE.HOUSEHOLD_ID.eq(household.value()))
                        .and(BANK_BALANCE.ACCOUNT.eq(alias))
                        .and(BANK_BALANCE.DATE.le(upTo))
                        .orderBy(BANK_BALANCE.DATE.desc())
                        .limit(1)
                        .fetchOptional(row -> new BankBalance(row.value1(), new Money(row.value2())))
                        .stream())
                .max(Comparator.comparing(BankBalance::date));
    }

    static void removeOfImport(DSLContext sql, HouseholdId household, long importId) {
        sql.deleteFrom(BANK_BALANCE)
                .where(BANK_BALANCE.HOUSEHOLD_ID.eq(household.value()))
                .and(BANK_BALANCE.IMPORT_ID.eq(importId))
                .execute();
    }
}
