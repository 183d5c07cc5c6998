package io.prorata.adapter.web.ledger;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.constraint.Amount;
import io.prorata.adapter.web.constraint.Label;
import io.prorata.adapter.web.constraint.Name;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.json.DecimalText;
import io.prorata.adapter.web.json.MergePatch;
import io.prorata.application.ledger.TransactionEdit;
import io.prorata.application.request.PatchField;
import io.prorata.domain.ledger.Classification;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.Transaction;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A transaction, whole.
 *
 * @param amount as the bank has it: spent is negative
 * @param expenseType null leaves it to the household's mapping again
 * @param excluded whether it is left out of all sums
 * @param tags at most 20
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
        List<@Name String> tags) {

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
                List.copyOf(transaction.tags()));
    }

    /** Returns this as an edit; the type stays, whatever the category, unless {@code patch} names it. */
    TransactionEdit edit(MergePatch<TransactionRequest> patch, AmountText amounts) {
        return new TransactionEdit(
                Optional.of(date),
                Optional.of(label),
                Optional.of(amounts.of(amount)),
                PatchField.to(category),
                PatchField.to(subcategory),
                PatchField.to(account),
                patch.names("expense_type") ? PatchField.to(expenseType) : PatchField.not(),
                Optional.of(excluded),
                Optional.of(Tags.of(tags)),
                Set.of(),
                Set.of());
    }
}
