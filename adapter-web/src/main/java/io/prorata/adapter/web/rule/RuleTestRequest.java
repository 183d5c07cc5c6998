package io.prorata.adapter.web.rule;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.ledger.TransactionFilterRequest;
import io.prorata.application.rule.TestRule;
import io.prorata.application.view.TransactionFilter;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

/**
 * A rule to try.
 *
 * @param rule the rule, which need not be stored
 * @param filter the rows to try it on; the default is all rows, the latest 10,000 of them
 */
@Serdeable
record RuleTestRequest(
        @Valid SortingRuleRequest rule, @Nullable @Valid TransactionFilterRequest filter) {

    TestRule.Command command(AmountText amounts) {
        return new TestRule.Command(
                rule.terms(amounts), filter == null ? TransactionFilter.ALL : filter.filter(amounts));
    }
}
