package io.prorata.adapter.web.ledger;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.annotation.SerdeConfig;
import io.prorata.adapter.web.json.Months;
import java.time.YearMonth;
import java.util.List;
import java.util.SortedSet;

/**
 * A transaction as a write has left it.
 *
 * @param plansMoved the months that are over in which figures are not as they were
 */
@Serdeable.Serializable
record WrittenTransactionResponse(@SerdeConfig.SerUnwrapped TransactionResponse transaction, List<String> plansMoved) {

    static WrittenTransactionResponse of(TransactionResponse transaction, SortedSet<YearMonth> plansMoved) {
        return new WrittenTransactionResponse(transaction, Months.texts(plansMoved));
    }
}
