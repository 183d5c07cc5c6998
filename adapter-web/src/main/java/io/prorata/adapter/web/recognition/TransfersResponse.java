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
 * What may be transfers in a month.
 *
 * @param transfers pairs of rows that look like the legs of one, in the order in which they were found
 */
@Serdeable.Serializable
record TransfersResponse(String month, String currency, List<Pair> transfers) {

    /**
     * The legs of a transfer.
     *
     * @param id by which it is confirmed or rejected
     * @param member whose own account the money left for the pot; absent if it did not
     * @param putAside whether it arrived in a savings account: then the leg that leaves puts it aside
     * @param leavingRow the row of the account that the money left
     * @param arrivingRow the row of the account where it arrived
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
