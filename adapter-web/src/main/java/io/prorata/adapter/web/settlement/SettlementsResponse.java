package io.prorata.adapter.web.settlement;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.application.request.ReadResult;
import io.prorata.application.settlement.ShowSettlements;
import java.util.List;

/** A page of settlements, the latest month first. */
@Serdeable.Serializable
record SettlementsResponse(String currency, List<SettlementResponse> settlements, Place pagination) {

    /** Where the page is in its list. */
    @Serdeable.Serializable
    record Place(int limit, long offset, long total, boolean hasMore) {}

    static SettlementsResponse of(ReadResult<ShowSettlements.SettlementPage> page) {
        var amounts = new AmountText(page.currency());
        ShowSettlements.SettlementPage shown = page.thing();
        return new SettlementsResponse(
                page.currency().getCurrencyCode(),
                shown.settlements().stream()
                        .map(settlement -> SettlementResponse.of(settlement, amounts))
                        .toList(),
                new Place(
                        shown.limit(),
                        shown.offset(),
                        shown.total(),
                        shown.offset() + shown.settlements().size() < shown.total()));
    }
}
