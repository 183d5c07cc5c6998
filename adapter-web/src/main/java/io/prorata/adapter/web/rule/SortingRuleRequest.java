package io.prorata.adapter.web.rule;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.constraint.Name;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.application.rule.RuleTerms;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

/**
 * A rule, whole.
 *
 * @param name its name, for people
 * @param on whether it runs; the default is true
 * @param conditions the conditions, which all have to hold
 * @param effects what it chooses of a row that meets them
 */
@Serdeable
record SortingRuleRequest(
        @Name String name,
        @Nullable Boolean on,
        @Valid RuleConditionsJson conditions,
        @Valid RuleEffectsJson effects) {

    RuleTerms terms(AmountText amounts) {
        return new RuleTerms(name, on == null || on, conditions.conditions(amounts), effects.effects());
    }
}
