package io.prorata.adapter.web.rule;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.annotation.SerdeConfig;
import io.prorata.adapter.web.ledger.EffectResponse;
import io.prorata.application.ledger.ApplyRules;
import java.util.List;

/**
 * The effect of the rules on rows, made or in a dry run.
 *
 * @param rules the rules that chose something of the changed rows, each with the number of these rows
 */
@Serdeable.Serializable
record RulesAppliedResponse(@SerdeConfig.SerUnwrapped EffectResponse effect, List<RuleCount> rules) {

    /** A rule, and how many of the changed rows have something of it. */
    @Serdeable.Serializable
    record RuleCount(long id, long rows) {}

    static RulesAppliedResponse of(ApplyRules.Applied applied) {
        return new RulesAppliedResponse(
                EffectResponse.of(applied.effect()),
                applied.byRule().entrySet().stream()
                        .map(rule -> new RuleCount(rule.getKey(), rule.getValue()))
                        .toList());
    }
}
