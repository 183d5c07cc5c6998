package io.prorata.application.rule;

import io.prorata.domain.sorting.RuleConditions;
import io.prorata.domain.sorting.RuleEffects;
import io.prorata.domain.sorting.SortingRule;

/** What a person states of a rule. */
public record RuleTerms(String name, boolean on, RuleConditions conditions, RuleEffects effects) {

    /** @throws IllegalArgumentException if it is no rule */
    SortingRule as(long id) {
        return new SortingRule(id, name, on, conditions, effects);
    }
}
