package io.prorata.application.port;

import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.PlanLink;
import io.prorata.domain.sorting.SortingRule;
import java.util.List;

/** The household's rules that sort rows, in the order in which they run. Read as a whole, with one query: a few hundred at most. */
public interface Rules {

    /**
     * A rule that is there.
     *
     * @param changedAt the household's revision at which it last changed; another order is no change of it
     */
    record Entry(SortingRule rule, long changedAt) {}

    /** Reserves an id; it is never used twice. */
    long nextId(HouseholdId household);

    /** Returns all rules, those that are off too, in order. */
    List<Entry> all(HouseholdId household);

    /** Adds a rule, which runs after all others. */
    void add(HouseholdId household, SortingRule rule);

    /** Puts a rule in the place of the one with its id. */
    void replace(HouseholdId household, SortingRule rule);

    /** Removes a rule. */
    void remove(HouseholdId household, long id);

    /** Puts the rules in order; {@code ids} are those of all rules. */
    void order(HouseholdId household, List<Long> ids);

    /** Returns the ids of the rules that name {@code link}, in order. */
    default List<Long> naming(HouseholdId household, PlanLink link) {
        return all(household).stream()
                .map(Entry::rule)
                .filter(rule -> rule.effects().link().filter(link::equals).isPresent())
                .map(SortingRule::id)
                .toList();
    }
}
