package io.prorata.adapter.web.rule;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.ledger.TransactionResponse;
import io.prorata.application.rule.TestRule;
import java.util.List;

/**
 * What a rule does by itself. Nothing is changed.
 *
 * @param rule the rule as it would be stored
 * @param rows the number of rows that were looked through
 * @param complete whether these are all rows that the filter selects
 * @param matched the number of rows that match
 * @param changed the number of matching rows that the rule would change
 * @param matches the latest 50 of the matching rows
 */
@Serdeable.Serializable
record RuleTestResponse(
        SortingRuleResponse rule,
        long rows,
        boolean complete,
        long matched,
        long changed,
        List<MatchResponse> matches) {

    /**
     * A row that matches.
     *
     * @param before the row as it is
     * @param after the row as the rule leaves it; what a person chose stays
     */
    @Serdeable.Serializable
    record MatchResponse(TransactionResponse before, TransactionResponse after) {}

    static RuleTestResponse of(TestRule.Tried tried) {
        var amounts = new AmountText(tried.rule().currency());
        return new RuleTestResponse(
                SortingRuleResponse.of(tried.rule()),
                tried.looked(),
                tried.complete(),
                tried.matched(),
                tried.changed(),
                tried.shown().stream()
                        .map(match -> new MatchResponse(
                                TransactionResponse.of(match.before(), amounts),
                                TransactionResponse.of(match.after(), amounts)))
                        .toList());
    }
}
