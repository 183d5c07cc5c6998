package io.prorata.domain.sorting;

import io.prorata.domain.naming.Naming;

/**
 * A rule that sorts rows: where all its conditions hold, it chooses fields.
 *
 * @param id never used again
 * @param name for people
 * @param on whether it runs
 */
public record SortingRule(long id, String name, boolean on, RuleConditions conditions, RuleEffects effects) {

    /** The maximum number of rules of a household. */
    public static final int MOST_RULES = 500;

    /** Refuses an invalid name, and a rule without conditions or effects, with an {@link IllegalArgumentException}. */
    public SortingRule {
        name = Naming.name(name);
        if (conditions.isEmpty()) {
            throw new IllegalArgumentException("a rule has at least one condition");
        }
        if (effects.isEmpty()) {
            throw new IllegalArgumentException("a rule has at least one effect");
        }
    }

    /** Returns this rule with another category that rows get. */
    public SortingRule inCategory(String category) {
        return new SortingRule(id, name, on, conditions, effects.inCategory(category));
    }

    /** Returns this rule switched on or off. */
    public SortingRule switched(boolean itIsOn) {
        return new SortingRule(id, name, itIsOn, conditions, effects);
    }
}
