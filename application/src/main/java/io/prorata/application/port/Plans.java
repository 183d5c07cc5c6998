package io.prorata.application.port;

import io.prorata.domain.account.Accounts;
import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.plan.Budget;
import io.prorata.domain.plan.Config;
import io.prorata.domain.plan.PlanBook;
import io.prorata.domain.provision.Movement;
import io.prorata.domain.provision.Provision;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Everything a household has planned.
 *
 * <p>Cost: {@link #book} and {@link #versions} read all terms and movements there are, in proportion to their number; everything else is
 * found by its key. An id is reserved inside the write that uses it.
 */
public interface Plans {

    /**
     * A thing that is planned.
     *
     * @param changedAt the household's revision at which its terms or its card last changed; movements do not count
     */
    record Planned<T>(T thing, long changedAt) {}

    /**
     * A version of the config.
     *
     * @param supersededBy the version that took its place, empty while it counts
     */
    record Version(Config config, OptionalLong supersededBy) {}

    /**
     * A movement of a provision.
     *
     * @param id which no other movement of the household has or has had
     * @param notedAt the household's revision that noted it; it never changes
     */
    record Moved(long id, Movement movement, long notedAt) {}

    /**
     * Returns the whole plan: configs in force, bills, provisions and budgets with all their terms, what was put into provisions and taken out of
     * them by hand and by rows that name them, accounts and the pot.
     */
    PlanBook book(HouseholdId household);

    /** Returns the accounts of {@link #book} and the pot alone, from one statement. */
    Accounts accounts(HouseholdId household);

    /** Returns a version of the config, superseded or not. */
    Optional<Config> config(HouseholdId household, long id);

    /** Returns every version of the config, superseded ones too, the latest made first. */
    List<Version> versions(HouseholdId household);

    Optional<Planned<FixedExpense>> fixedExpense(HouseholdId household, long id);

    Optional<Planned<Provision>> provision(HouseholdId household, long id);

    /**
     * When the things of a plan last changed, by their ids: the household's revisions, as {@link Planned#changedAt} has them.
     */
    record LastChanges(Map<Long, Long> bills, Map<Long, Long> provisions, Map<Long, Long> budgets) {}

    /** Returns when each bill, provision and budget last changed. */
    LastChanges lastChanges(HouseholdId household);

    long nextConfigId(HouseholdId household);

    /** Adds a version; one from the same month is superseded and stays readable by its id. */
    void add(HouseholdId household, Config config);

    /**
     * Removes a version as if it had never been made: what it superseded is superseded by what superseded it, or counts again. Its id is
     * not given again.
     */
    void removeConfig(HouseholdId household, long id);

    long nextFixedExpenseId(HouseholdId household);

    void add(HouseholdId household, FixedExpense expense);

    long nextProvisionId(HouseholdId household);

    void add(HouseholdId household, Provision provision);

    /** Puts a bill in the place of the one with its id. */
    void replace(HouseholdId household, FixedExpense expense);

    /** Puts a provision in the place of the one with its id; its movements stay as they are, whatever {@code provision} has. */
    void replace(HouseholdId household, Provision provision);

    /** Removes a bill wholly, as if it had never been stated; its id is not given again. */
    void removeFixedExpense(HouseholdId household, long id);

    /** Removes a provision without movements wholly, as if it had never been stated; its id is not given again. */
    void removeProvision(HouseholdId household, long id);

    Optional<Planned<Budget>> budget(HouseholdId household, long id);

    long nextBudgetId(HouseholdId household);

    void add(HouseholdId household, Budget budget);

    /** Puts a budget in the place of the one with its id. */
    void replace(HouseholdId household, Budget budget);

    /** Removes a budget wholly, as if it had never been stated; its id is not given again. */
    void removeBudget(HouseholdId household, long id);

    /** Returns what was put into a provision and taken out of it, in the order in which it was noted. */
    List<Moved> movements(HouseholdId household, long provisionId);

    /** Returns what {@link #movements(HouseholdId, long)} does for every provision that has any, by their ids. */
    Map<Long, List<Moved>> movements(HouseholdId household);

    /** Adds a movement to those of a provision. */
    Moved move(HouseholdId household, long provisionId, Movement movement);

    /** Takes a movement from those of a provision, as if it had never been noted. */
    void takeBack(HouseholdId household, long provisionId, long movementId);
}
