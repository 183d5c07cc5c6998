package io.prorata.application.port;

import io.prorata.application.port.Plans.Planned;
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

/**
 * The accounts that a household has described, whether there is a pot, and since when it settles up. {@link Plans#book} returns the same among
 * all that is planned.
 *
 * <p>Cost: accounts are few and read together; what rows come to is read by an index, no more rows than are added up.
 */
public interface AccountRegister {

    /** Returns the accounts by id, each with the household's revision at which it last changed. */
    List<Planned<Account>> all(HouseholdId household);

    long nextId(HouseholdId household);

    /** Adds an account, none of whose names in files is one of another. */
    void add(HouseholdId household, Account account);

    /** Puts an account in the place of the one with its id. */
    void replace(HouseholdId household, Account account);

    /** Removes an account as if nobody had described it; its id is not given again. */
    void remove(HouseholdId household, long id);

    /** Keeps whether there is a pot, from which month on. */
    void keepPot(HouseholdId household, Timeline<Boolean> pot);

    /** Keeps the first month that settling up looks at. */
    void settleSince(HouseholdId household, Optional<YearMonth> month);

    /**
     * Keeps what the bank says is on an account, in the place of what it said of the same day.
     *
     * @param importId of the import whose file says so; empty if a person does
     * @param alias by which rows name the account
     */
    void keepBalance(HouseholdId household, OptionalLong importId, String alias, BankBalance balance);

    /** Returns what the bank said last of an account, of no day after {@code upTo}; found by a key. */
    Optional<BankBalance> balance(HouseholdId household, Set<String> aliases, LocalDate upTo);

    /** Removes what the file of an import has said. */
    void removeBalances(HouseholdId household, long importId);

    /** Returns whether any row names one of {@code aliases}. */
    boolean hasRows(HouseholdId household, Set<String> aliases);

    /**
     * Returns what the rows of an account come to, those that count nowhere too: what is on the account is what the bank has.
     *
     * @param aliases of the account
     * @param after the day after which rows count; empty for all
     * @param upTo the last day on which they count
     */
    Money sum(HouseholdId household, Set<String> aliases, Optional<LocalDate> after, LocalDate upTo);
}
