package io.prorata.adapter.web.ledger;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.constraint.MemberKey;
import io.prorata.adapter.web.constraint.Name;
import io.prorata.adapter.web.constraint.NotRemovable;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.json.PartyJson;
import io.prorata.adapter.web.json.Tags;
import io.prorata.adapter.web.plan.SplitJson;
import io.prorata.application.ledger.AttributionEdit;
import io.prorata.application.ledger.ChangeTransactions;
import io.prorata.application.ledger.TransactionEdit;
import io.prorata.application.request.PatchField;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.Transaction;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A change of many transactions.
 *
 * @param filter the filter that selects them
 * @param set the new values
 */
@Serdeable
record TransactionChangesRequest(
        @Valid TransactionFilterRequest filter, @Valid TransactionSetRequest set) {

    /**
     * The new values of many transactions; absent fields stay, null removes the value.
     *
     * @param expenseType null: the category mapping decides again
     * @param excluded whether they are left out of all sums
     * @param tags the tags that replace all tags
     * @param addTags tags to add
     * @param removeTags tags to remove
     * @param common whether they are common to the household
     * @param split the split between members
     * @param payer the payer, {@code pot} or a member's key
     * @param billId the bill that they pay
     * @param provisionId the provision that they fill or are paid out of
     * @param member the member whom transfers or incomes come from: a key, or {@code everybody}
     */
    @Serdeable
    record TransactionSetRequest(
            @Name PatchField<String> account,
            @Name PatchField<String> category,
            @Name PatchField<String> subcategory,
            PatchField<ExpenseType> expenseType,
            @NotRemovable PatchField<Boolean> excluded,

            @Nullable @Size(max = Transaction.MOST_TAGS, message = Tags.TOO_MANY)
            List<@Name String> tags,

            @Nullable @Size(max = Transaction.MOST_TAGS, message = Tags.TOO_MANY)
            List<@Name String> addTags,

            @Nullable @Size(max = Transaction.MOST_TAGS, message = Tags.TOO_MANY)
            List<@Name String> removeTags,

            @NotRemovable PatchField<Boolean> common,
            @Nullable @Valid SplitJson split,
            @MemberKey PatchField<String> payer,
            PatchField<Long> billId,
            PatchField<Long> provisionId,
            @MemberKey PatchField<String> member) {

        private TransactionEdit edit() {
            return TransactionEdit.builder()
                    .category(category)
                    .subcategory(subcategory)
                    .account(account)
                    .type(expenseType)
                    .excluded(Optional.ofNullable(excluded.value()))
                    .tags(Optional.ofNullable(tags).map(Tags::of))
                    .addTags(Tags.of(addTags))
                    .dropTags(Tags.of(removeTags))
                    .attribution(new AttributionEdit(
                            Optional.ofNullable(common.value()),
                            split == null ? PatchField.not() : PatchField.to(split.split()),
                            new PatchField<>(payer.named(), PartyJson.partyOrNone(payer.value())),
                            billId,
                            provisionId,
                            new PatchField<>(member.named(), PartyJson.sourceOrNone(member.value()))))
                    .build();
        }
    }

    ChangeTransactions.Command command(AmountText amounts, boolean dryRun) {
        return new ChangeTransactions.Command(filter.filter(amounts), set.edit(), dryRun);
    }
}
