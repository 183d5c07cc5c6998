package io.prorata.adapter.web.ledger;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.Amounts;
import io.prorata.domain.ledger.Transaction;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** A transaction, with the bank's sign. */
@Serdeable.Serializable
record TransactionResponse(
        long id,
        String date,
        String month,
        String label,
        String amount,
        String currency,
        @Nullable String account,
        @Nullable String bankId,
        @Nullable String category,
        @Nullable String subcategory,
        String expenseType,
        boolean excluded,
        Collection<String> tags) {

    static TransactionResponse of(Transaction transaction, Amounts amounts) {
        return new TransactionResponse(
                transaction.id(),
                transaction.line().date().toString(),
                transaction.month().toString(),
                transaction.line().label(),
                amounts.text(transaction.line().amount()),
                amounts.currency().getCurrencyCode(),
                transaction.line().account(),
                transaction.line().bankId(),
                transaction.placing().category(),
                transaction.placing().subcategory(),
                transaction.placing().type().name(),
                transaction.placing().excluded(),
                transaction.tags());
    }
}
