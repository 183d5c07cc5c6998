package io.prorata.adapter.web.rule;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.PartyJson;
import io.prorata.adapter.web.plan.SplitJson;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.PlanLink;
import io.prorata.domain.sorting.RuleEffects;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a rule chooses of a row; what is absent stays as it is.
 *
 * @param expenseType the expense type
 * @param tags the tags that replace all tags
 * @param excluded whether it is left out of all sums
 * @param common whether it is common to the household
 * @param split the split between members
 * @param payer the payer, {@code pot} or a member's key
 * @param billId the bill that it pays
 * @param provisionId the provision that it fills or is paid out of
 * @param member the member whom a transfer or an income comes from: a key, or {@code everybody}
 */
@Serdeable.Serializable
record RuleEffectsResponse(
        @Nullable String category,
        @Nullable String subcategory,
        @Nullable String expenseType,
        @Nullable Collection<String> tags,
        @Nullable Boolean excluded,
        @Nullable Boolean common,
        @Nullable Map<String, Object> split,
        @Nullable String payer,
        @Nullable Long billId,
        @Nullable Long provisionId,
        @Nullable String member) {

    static RuleEffectsResponse of(RuleEffects effects) {
        PlanLink link = effects.link().orElse(null);
        return new RuleEffectsResponse(
                effects.category().orElse(null),
                effects.subcategory().orElse(null),
                effects.type().map(ExpenseType::name).orElse(null),
                effects.tags().orElse(null),
                effects.excluded().orElse(null),
                effects.common().orElse(null),
                effects.split().map(SplitJson::write).orElse(null),
                effects.payer().map(PartyJson::write).orElse(null),
                link instanceof PlanLink.Bill(long id) ? (Long) id : null,
                link instanceof PlanLink.Provision(long id) ? (Long) id : null,
                effects.source().map(PartyJson::write).orElse(null));
    }
}
