package io.prorata.adapter.web.dashboard;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.Amounts;
import io.prorata.domain.ledger.Placing;
import io.prorata.domain.ledger.Transaction;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A transaction below a figure of the dashboard.
 *
 * @param amount in the sense of its type, so that the rows add up to the figure above them
 */
@Serdeable.Serializable
record TransactionRow(
        long id,
        String date,
        String label,
        String amount,
        @Nullable String category,
        @Nullable String subcategory,
        @Nullable String account,
        Collection<String> tags) {

    static TransactionRow of(Amounts amounts, Transaction transaction) {
        Placing placing = transaction.placing();
        return new TransactionRow(
                transaction.id(),
                transaction.line().date().toString(),
                transaction.line().label(),
                amounts.text(placing.type().inSense(transaction.line().amount())),
                placing.category(),
                placing.subcategory(),
                transaction.line().account(),
                transaction.tags());
    }
}
