package io.prorata.adapter.web.settlement;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.annotation.SerdeConfig;
import java.util.List;

/**
 * A settlement as it was entered.
 *
 * @param offeredTransactions rows that may show it, the latest first: of its amount, within ten days, of the account of who paid or of who
 *     received. Name those that do in {@code transactions}
 */
@Serdeable.Serializable
record RecordedSettlementResponse(
        @SerdeConfig.SerUnwrapped SettlementResponse settlement, List<Long> offeredTransactions) {}
