package io.prorata.adapter.web.rendering.fragment;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.domain.ledger.Classification;
import io.prorata.domain.ledger.Transaction;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A transaction below a figure of the dashboard.
 *
 * @param amount the amount with the sign of its type, so that the rows add up to the figure above them
 */
@Serdeable.Serializable
public record TransactionRowJson(
        long id,
        String date,
        String label,
        String amount,
        @Nullable String category,
        @Nullable String subcategory,
        @Nullable String account,
        Collection<String> tags) {

    public static TransactionRowJson of(AmountText amounts, Transaction transaction) {
        Classification classification = transaction.classification();
        return new TransactionRowJson(
                transaction.id(),
                transaction.line().date().toString(),
                transaction.line().label(),
                amounts.text(classification.type().inSense(transaction.line().amount())),
                classification.category(),
                classification.subcategory(),
                transaction.line().account(),
                transaction.tags());
    }
}
