package io.prorata.adapter.web.ledger;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.application.port.Ledger;
import io.prorata.domain.ledger.Transaction;
import java.util.Collection;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A transaction, with the bank's sign.
 *
 * @param typedBy who chose the expense type: {@code rule} or {@code person}
 * @param importId the import it came with, absent for one entered by hand
 */
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
        String typedBy,
        boolean excluded,
        Collection<String> tags,
        @Nullable Long importId) {

    /** Of one entered by hand. */
    static TransactionResponse of(Transaction transaction, AmountText amounts) {
        return of(transaction, OptionalLong.empty(), amounts);
    }

    static TransactionResponse of(Ledger.Entry entry, AmountText amounts) {
        return of(entry.transaction(), entry.importId(), amounts);
    }

    private static TransactionResponse of(Transaction transaction, OptionalLong importId, AmountText amounts) {
        return new TransactionResponse(
                transaction.id(),
                transaction.line().date().toString(),
                transaction.month().toString(),
                transaction.line().label(),
                amounts.text(transaction.line().amount()),
                amounts.currency().getCurrencyCode(),
                transaction.line().account(),
                transaction.line().bankId(),
                transaction.classification().category(),
                transaction.classification().subcategory(),
                transaction.classification().type().name(),
                transaction.typedBy().name().toLowerCase(Locale.ROOT),
                transaction.classification().excluded(),
                transaction.tags(),
                importId.isPresent() ? (Long) importId.getAsLong() : null);
    }
}
