package io.prorata.adapter.web.settlement;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.json.PartyJson;
import io.prorata.domain.settlement.Settlement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A payment from one party to another.
 *
 * @param month the month in which it counts
 * @param from the payer: {@code pot} or a member's key
 * @param to the recipient
 * @param transactions the rows that show the payment
 */
@Serdeable.Serializable
record SettlementResponse(
        long id,
        String date,
        String month,
        String from,
        String to,
        String amount,
        String currency,
        @Nullable String note,
        List<Long> transactions) {

    static SettlementResponse of(Settlement settlement, AmountText amounts) {
        return new SettlementResponse(
                settlement.id(),
                settlement.date().toString(),
                settlement.month().toString(),
                PartyJson.write(settlement.from()),
                PartyJson.write(settlement.to()),
                amounts.text(settlement.amount()),
                amounts.currency().getCurrencyCode(),
                settlement.note(),
                List.copyOf(settlement.rows()));
    }
}
