package io.prorata.adapter.web.ledger;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.constraint.Amount;
import io.prorata.adapter.web.constraint.Label;
import io.prorata.adapter.web.constraint.MemberKey;
import io.prorata.adapter.web.constraint.Name;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.json.DecimalText;
import io.prorata.adapter.web.json.PartyJson;
import io.prorata.adapter.web.json.Tags;
import io.prorata.adapter.web.plan.SplitJson;
import io.prorata.application.ledger.AttributionEdit;
import io.prorata.application.ledger.RecordTransaction;
import io.prorata.application.request.PatchField;
import io.prorata.domain.ledger.BankLine;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.Transaction;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A new transaction.
 *
 * @param amount with the bank's sign: spending is negative
 * @param bankId the bank's own id of the line
 * @param expenseType the default follows from the category mapping
 * @param excluded whether it is left out of all sums; the default is false
 * @param tags at most 20
 * @param common whether it is common to the household; the default follows from its account
 * @param split the split between members; null: the household's key
 * @param payer the payer, {@code pot} or a member's key; null: the owner of its account
 * @param billId the bill that it pays
 * @param provisionId the provision that it fills or is paid out of
 * @param member the member whom a transfer or an income comes from: a key, or {@code everybody}
 * @param note a note
 */
@Serdeable
record NewTransactionRequest(
        LocalDate date,
        @Label String label,
        @Amount DecimalText amount,
        @Nullable @Name String account,
        @Nullable @Name String bankId,
        @Nullable @Name String category,
        @Nullable @Name String subcategory,
        @Nullable ExpenseType expenseType,
        @Nullable Boolean excluded,

        @Nullable @Size(max = Transaction.MOST_TAGS, message = Tags.TOO_MANY)
        List<@Name String> tags,

        @Nullable Boolean common,
        @Nullable @Valid SplitJson split,
        @Nullable @MemberKey String payer,
        @Nullable Long billId,
        @Nullable Long provisionId,
        @Nullable @MemberKey String member,
        @Nullable @Label String note) {

    RecordTransaction.Command command(AmountText amounts) {
        return new RecordTransaction.Command(
                new BankLine(account, date, amounts.of(amount), label, bankId),
                Optional.ofNullable(expenseType),
                category,
                subcategory,
                Boolean.TRUE.equals(excluded),
                Tags.of(tags),
                new AttributionEdit(
                        Optional.ofNullable(common),
                        split == null ? PatchField.not() : PatchField.to(split.split()),
                        payer == null ? PatchField.not() : PatchField.to(PartyJson.party(payer)),
                        billId == null ? PatchField.not() : PatchField.to(billId),
                        provisionId == null ? PatchField.not() : PatchField.to(provisionId),
                        member == null ? PatchField.not() : PatchField.to(PartyJson.source(member))),
                note);
    }
}
