package io.prorata.adapter.web.settlement;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.json.PaginationJson;
import io.prorata.application.request.ReadResult;
import io.prorata.application.settlement.ShowSettlements;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of settlements, the latest month first. */
@Serdeable.Serializable
record SettlementsResponse(String currency, List<SettlementResponse> settlements, PaginationJson pagination) {

    static SettlementsResponse of(ReadResult<ShowSettlements.SettlementPage> page, @Nullable String nextUrl) {
        var amounts = new AmountText(page.currency());
        ShowSettlements.SettlementPage shown = page.thing();
        return new SettlementsResponse(
                page.currency().getCurrencyCode(),
                shown.settlements().stream()
                        .map(settlement -> SettlementResponse.of(settlement, amounts))
                        .toList(),
                new PaginationJson(shown.limit(), shown.offset(), shown.total(), shown.hasMore(), null, nextUrl));
    }
}
