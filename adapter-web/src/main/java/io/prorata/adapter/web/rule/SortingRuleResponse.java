package io.prorata.adapter.web.rule;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.application.rule.KeptRule;
import io.prorata.domain.sorting.SortingRule;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A rule.
 *
 * @param id absent in a test, which stores nothing
 * @param on whether it runs
 * @param conditions the conditions, which all have to hold
 * @param effects what it chooses of a row that meets them
 * @param unknownCategories after a write, the categories of the rule that no row has had yet; absent elsewhere
 */
@Serdeable.Serializable
record SortingRuleResponse(
        @Nullable Long id,
        String name,
        boolean on,
        RuleConditionsResponse conditions,
        RuleEffectsResponse effects,
        @Nullable Collection<String> unknownCategories) {

    static SortingRuleResponse of(SortingRule rule, AmountText amounts) {
        return of(rule, amounts, null);
    }

    static SortingRuleResponse of(KeptRule kept) {
        return of(kept.rule(), new AmountText(kept.currency()), kept.unknownCategories());
    }

    private static SortingRuleResponse of(SortingRule rule, AmountText amounts, @Nullable Collection<String> unknown) {
        return new SortingRuleResponse(
                rule.id() == 0 ? null : rule.id(),
                rule.name(),
                rule.on(),
                RuleConditionsResponse.of(rule.conditions(), amounts),
                RuleEffectsResponse.of(rule.effects()),
                unknown);
    }
}
