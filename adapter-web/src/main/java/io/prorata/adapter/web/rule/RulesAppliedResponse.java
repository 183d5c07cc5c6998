package io.prorata.adapter.web.rule;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.annotation.SerdeConfig;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.ledger.EffectResponse;
import io.prorata.adapter.web.ledger.TransactionResponse;
import io.prorata.application.ledger.ApplyRules;
import java.util.List;

/**
 * The effect of the rules on rows, made or in a dry run.
 *
 * @param rules the rules that chose something of the changed rows, each with the number of these rows
 * @param rows the latest 50 of the changed rows
 */
@Serdeable.Serializable
record RulesAppliedResponse(
        @SerdeConfig.SerUnwrapped EffectResponse effect, List<RuleCount> rules, List<SortedRowResponse> rows) {

    /** A rule, and how many of the changed rows have something of it. */
    @Serdeable.Serializable
    record RuleCount(long id, long rows) {}

    /**
     * A row that the rules change.
     *
     * @param before the row as it was
     * @param after the row as the rules leave it
     */
    @Serdeable.Serializable
    record SortedRowResponse(TransactionResponse before, TransactionResponse after) {}

    static RulesAppliedResponse of(ApplyRules.Applied applied) {
        var amounts = new AmountText(applied.effect().currency());
        return new RulesAppliedResponse(
                EffectResponse.of(applied.effect()),
                applied.byRule().entrySet().stream()
                        .map(rule -> new RuleCount(rule.getKey(), rule.getValue()))
                        .toList(),
                applied.shown().stream()
                        .map(row -> new SortedRowResponse(
                                TransactionResponse.of(row.before(), amounts),
                                TransactionResponse.of(row.after(), amounts)))
                        .toList());
    }
}
