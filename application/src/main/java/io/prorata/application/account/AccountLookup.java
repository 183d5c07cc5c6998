package io.prorata.application.account;

import io.prorata.application.plan.MemberCheck;
import io.prorata.application.port.Books;
import io.prorata.application.port.Plans.Planned;
import io.prorata.application.view.TransactionFilter;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.account.Account;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.household.Party;
import java.util.List;
import java.util.OptionalLong;

/** Finds an account, or says that there is none. */
public final class AccountLookup {

    private AccountLookup() {}

    /** @throws RefusedException if the household has no such account */
    public static Planned<Account> of(HouseholdId household, Books books, long id) {
        return books.accounts().all(household).stream()
                .filter(account -> account.thing().id() == id)
                .findFirst()
                .orElseThrow(() -> new RefusedException(new Refusal.UnknownAccount(id)));
    }

    /**
     * Returns {@code filter}, narrowed down to the rows of an account if one is named.
     *
     * @throws RefusedException if the household has no such account
     */
    public static TransactionFilter narrowed(
            HouseholdId household, Books books, TransactionFilter filter, OptionalLong account) {
        return account.isEmpty()
                ? filter
                : filter.with(filter.attribution()
                        .ofAccount(of(household, books, account.getAsLong())
                                .thing()
                                .aliases()));
    }

    /** @throws RefusedException if another account has one of the names of {@code account} in files */
    static void requireOwnNames(HouseholdId household, Books books, Account account) {
        List<Account> others = books.accounts().all(household).stream()
                .map(Planned::thing)
                .filter(other -> other.id() != account.id())
                .toList();
        for (Account other : others) {
            for (String alias : account.aliases()) {
                if (other.aliases().contains(alias)) {
                    throw new RefusedException(new Refusal.BrokenRule(
                            "/names", "the account " + other.id() + " has the name " + alias + " already"));
                }
            }
        }
    }

    /** @throws RefusedException if {@code owner} is no member of the household */
    static void requireMember(Household settings, Party owner) {
        if (owner instanceof Party.One one) {
            MemberCheck.require(settings, one.member(), "/owner");
        }
    }
}
