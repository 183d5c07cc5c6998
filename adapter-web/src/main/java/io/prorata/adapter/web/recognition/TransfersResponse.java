package io.prorata.adapter.web.recognition;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.recognition.ConfirmationsResponse.MatchedRow;
import io.prorata.application.recognition.ShowConfirmations;
import io.prorata.application.request.ReadResult;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.recognition.Match;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Possible transfers of a month.
 *
 * @param transfers pairs of rows that look like the legs of one transfer, in the order in which they were found
 */
@Serdeable.Serializable
record TransfersResponse(String month, String currency, List<Pair> transfers) {

    /**
     * The legs of a transfer.
     *
     * @param id the id for confirming or rejecting it
     * @param member the member from whose own account the money went to the pot; absent otherwise
     * @param putAside whether the money arrived in a savings account: then the outgoing leg counts as put aside
     * @param leavingRow the outgoing row
     * @param arrivingRow the incoming row
     */
    @Serdeable.Serializable
    record Pair(String id, @Nullable String member, boolean putAside, MatchedRow leavingRow, MatchedRow arrivingRow) {

        static Stream<Pair> of(AmountText amounts, ShowConfirmations.Pending pending) {
            return pending.match() instanceof Match.Transfer transfer
                    ? Stream.of(new Pair(
                            transfer.key(),
                            transfer.member().map(MemberKey::text).orElse(null),
                            transfer.putAside(),
                            MatchedRow.of(amounts, pending.rows().getFirst()),
                            MatchedRow.of(amounts, pending.rows().getLast())))
                    : Stream.empty();
        }
    }

    static TransfersResponse of(ReadResult<ShowConfirmations.Confirmations> shown) {
        var amounts = new AmountText(shown.currency());
        return new TransfersResponse(
                shown.thing().month().toString(),
                shown.currency().getCurrencyCode(),
                shown.thing().pending().stream()
                        .flatMap(pending -> Pair.of(amounts, pending))
                        .toList());
    }
}
