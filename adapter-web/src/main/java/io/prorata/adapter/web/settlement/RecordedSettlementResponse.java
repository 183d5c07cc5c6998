package io.prorata.adapter.web.settlement;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.annotation.SerdeConfig;
import java.util.List;

/**
 * A new settlement.
 *
 * @param offeredTransactions rows that may show the payment, newest first: of its amount, within ten days, of the payer's or the
 *     recipient's account. State the right ones in {@code transactions}
 */
@Serdeable.Serializable
record RecordedSettlementResponse(
        @SerdeConfig.SerUnwrapped SettlementResponse settlement, List<Long> offeredTransactions) {}
