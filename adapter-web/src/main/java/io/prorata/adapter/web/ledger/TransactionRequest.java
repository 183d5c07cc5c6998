package io.prorata.adapter.web.ledger;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.constraint.Amount;
import io.prorata.adapter.web.constraint.Label;
import io.prorata.adapter.web.constraint.MemberKey;
import io.prorata.adapter.web.constraint.Name;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.json.DecimalText;
import io.prorata.adapter.web.json.MergePatch;
import io.prorata.adapter.web.json.PartyJson;
import io.prorata.adapter.web.json.Tags;
import io.prorata.adapter.web.plan.SplitJson;
import io.prorata.application.ledger.AttributionEdit;
import io.prorata.application.ledger.TransactionEdit;
import io.prorata.application.request.PatchField;
import io.prorata.domain.ledger.Classification;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.Transaction;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A transaction, whole.
 *
 * @param amount with the bank's sign: spending is negative
 * @param expenseType null: the category mapping decides again
 * @param excluded whether it is left out of all sums
 * @param tags at most 20
 * @param common whether it is common to the household
 * @param split the split between members; null: the household's key
 * @param payer the payer, {@code pot} or a member's key; null: the owner of its account
 * @param billId the bill that it pays
 * @param provisionId the provision that it fills or is paid out of
 * @param member the member whom a transfer or an income comes from: a key, or {@code everybody}
 * @param note a note
 */
@Serdeable
record TransactionRequest(
        LocalDate date,
        @Label String label,
        @Amount DecimalText amount,
        @Nullable @Name String account,
        @Nullable @Name String category,
        @Nullable @Name String subcategory,
        @Nullable ExpenseType expenseType,
        Boolean excluded,

        @Nullable @Size(max = Transaction.MOST_TAGS, message = Tags.TOO_MANY)
        List<@Name String> tags,

        Boolean common,
        @Nullable @Valid SplitJson split,
        @Nullable @MemberKey String payer,
        @Nullable Long billId,
        @Nullable Long provisionId,
        @Nullable @MemberKey String member,
        @Nullable @Label String note) {

    static TransactionRequest of(Transaction transaction, AmountText amounts) {
        Classification classification = transaction.classification();
        return new TransactionRequest(
                transaction.line().date(),
                transaction.line().label(),
                amounts.decimal(transaction.line().amount()),
                transaction.line().account(),
                classification.category(),
                classification.subcategory(),
                classification.type(),
                classification.excluded(),
                List.copyOf(transaction.tags()),
                transaction.attribution().common(),
                transaction.attribution().split().map(SplitJson::of).orElse(null),
                transaction.attribution().payer().map(PartyJson::write).orElse(null),
                transaction.attribution().bill().orElse(null),
                transaction.attribution().provision().orElse(null),
                transaction.attribution().source().map(PartyJson::write).orElse(null),
                transaction.note());
    }

    /** Returns this as an edit: a person chooses what {@code patch} names. The type stays, whatever the category, unless {@code patch} names it. */
    TransactionEdit edit(MergePatch<TransactionRequest> patch, AmountText amounts) {
        return TransactionEdit.builder()
                .date(date)
                .label(label)
                .amount(amounts.of(amount))
                .category(patch.names("category") ? PatchField.to(category) : PatchField.not())
                .subcategory(patch.names("subcategory") ? PatchField.to(subcategory) : PatchField.not())
                .account(PatchField.to(account))
                .type(patch.names("expense_type") ? PatchField.to(expenseType) : PatchField.not())
                .excluded(patch.names("excluded") ? Optional.of(excluded) : Optional.empty())
                .tags(patch.names("tags") ? Optional.of(Tags.of(tags)) : Optional.empty())
                .note(PatchField.to(note))
                .attribution(attribution(patch))
                .build();
    }

    /** Of a link only what {@code patch} names: a bill that is stated takes the place of a provision, and the other way round. */
    private AttributionEdit attribution(MergePatch<TransactionRequest> patch) {
        return new AttributionEdit(
                patch.names("common") ? Optional.of(common) : Optional.empty(),
                patch.names("split") ? PatchField.to(split == null ? null : split.split()) : PatchField.not(),
                patch.names("payer") ? PatchField.to(PartyJson.partyOrNone(payer)) : PatchField.not(),
                patch.names("bill_id") ? PatchField.to(billId) : PatchField.not(),
                patch.names("provision_id") ? PatchField.to(provisionId) : PatchField.not(),
                patch.names("member") ? PatchField.to(PartyJson.sourceOrNone(member)) : PatchField.not());
    }
}
