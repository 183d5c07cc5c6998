package io.prorata.adapter.web.rule;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.constraint.Coherent;
import io.prorata.adapter.web.constraint.Contradictions;
import io.prorata.adapter.web.constraint.Contradictory;
import io.prorata.adapter.web.constraint.MemberKey;
import io.prorata.adapter.web.constraint.Name;
import io.prorata.adapter.web.json.PartyJson;
import io.prorata.adapter.web.json.Tags;
import io.prorata.adapter.web.plan.SplitJson;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.PlanLink;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.sorting.RuleEffects;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a rule chooses of a row; at least one is stated. What is absent stays as it is.
 *
 * @param expenseType the expense type; a bill makes a row FIXED
 * @param tags the tags that replace all tags
 * @param excluded whether it is left out of all sums
 * @param common whether it is common to the household
 * @param split the split between members
 * @param payer the payer, {@code pot} or a member's key
 * @param billId the bill that it pays
 * @param provisionId the provision that it fills or is paid out of
 * @param member the member whom a transfer or an income comes from: a key, or {@code everybody}
 */
@Coherent
@Serdeable
record RuleEffectsJson(
        @Nullable @Name String category,
        @Nullable @Name String subcategory,
        @Nullable ExpenseType expenseType,

        @Nullable @Size(max = Transaction.MOST_TAGS, message = Tags.TOO_MANY)
        List<@Name String> tags,

        @Nullable Boolean excluded,
        @Nullable Boolean common,
        @Nullable @Valid SplitJson split,
        @Nullable @MemberKey String payer,
        @Nullable Long billId,
        @Nullable Long provisionId,
        @Nullable @MemberKey String member)
        implements Contradictory {

    @Override
    public void check(Contradictions contradictions) {
        if (billId != null && provisionId != null) {
            contradictions.at("a row names a bill or a provision, not both", "provision_id");
        } else {
            contradictions.making(this::effects);
        }
    }

    RuleEffects effects() {
        Optional<PlanLink> link = billId != null
                ? Optional.of(new PlanLink.Bill(billId))
                : Optional.ofNullable(provisionId).map(PlanLink.Provision::new);
        return new RuleEffects(
                Optional.ofNullable(category),
                Optional.ofNullable(subcategory),
                Optional.ofNullable(expenseType),
                Optional.ofNullable(tags).map(Tags::of),
                Optional.ofNullable(excluded),
                Optional.ofNullable(common),
                Optional.ofNullable(split).map(SplitJson::split),
                Optional.ofNullable(PartyJson.partyOrNone(payer)),
                link,
                Optional.ofNullable(PartyJson.sourceOrNone(member)));
    }
}
