package io.prorata.adapter.web.ledger;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.constraint.Coherent;
import io.prorata.adapter.web.constraint.Contradictions;
import io.prorata.adapter.web.constraint.Contradictory;
import io.prorata.adapter.web.constraint.Name;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.mapping.CategoryMapping;
import io.prorata.domain.mapping.CategoryRule;
import jakarta.validation.Valid;
import java.util.List;

/**
 * The category mapping, whole.
 *
 * @param rules no category twice; at most 1000
 */
@Coherent
@Serdeable
record MappingRequest(List<@Valid RuleRequest> rules) implements Contradictory {

    /**
     * The expense type of a category's transactions without a type chosen by a person.
     *
     * @param category compared without case
     */
    @Serdeable
    record RuleRequest(@Name String category, ExpenseType expenseType) {}

    @Override
    public void check(Contradictions contradictions) {
        contradictions.making(this::mapping, "rules");
    }

    CategoryMapping mapping() {
        return new CategoryMapping(rules.stream()
                .map(rule -> new CategoryRule(rule.category(), rule.expenseType()))
                .toList());
    }
}
