package io.prorata.adapter.web.recognition;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.application.recognition.ShowConfirmations;
import io.prorata.application.recognition.ShowConfirmations.Pending;
import io.prorata.application.request.ReadResult;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.recognition.Match;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The matches to confirm in a month.
 *
 * @param count the number of matches
 * @param totalAmount the sum of their first rows, each with the sign of its type
 * @param totalExpenses the month's expenses now
 * @param totalIfConfirmed the month's expenses if all were confirmed
 */
@Serdeable.Serializable
record ConfirmationsResponse(
        String month,
        String currency,
        int count,
        String totalAmount,
        String totalExpenses,
        String totalIfConfirmed,
        List<Confirmation> confirmations) {

    /**
     * A possible match of one or two rows.
     *
     * @param id the id for confirming or rejecting it
     * @param kind {@code bill}, {@code transfer}, {@code income} or {@code twin}
     * @param billId the bill that the row may pay; absent for other kinds
     * @param bill the label of the bill
     * @param member the member whom the money probably comes from; absent if unknown
     */
    @Serdeable.Serializable
    record Confirmation(
            String id,
            String kind,
            @Nullable Long billId,
            @Nullable String bill,
            @Nullable String member,
            List<MatchedRow> transactions) {

        static Confirmation of(AmountText amounts, Pending pending) {
            Match match = pending.match();
            return new Confirmation(
                    match.key(),
                    switch (match) {
                        case Match.PaysBill _ -> "bill";
                        case Match.Transfer _ -> "transfer";
                        case Match.Received _ -> "income";
                        case Match.Twin _ -> "twin";
                    },
                    match instanceof Match.PaysBill(long row, long bill) ? (Long) bill : null,
                    pending.bill().orElse(null),
                    member(match).map(MemberKey::text).orElse(null),
                    pending.rows().stream()
                            .map(row -> MatchedRow.of(amounts, row))
                            .toList());
        }

        private static Optional<MemberKey> member(Match match) {
            return switch (match) {
                case Match.Transfer transfer -> transfer.member();
                case Match.Received received -> received.member();
                case Match.PaysBill _, Match.Twin _ -> Optional.empty();
            };
        }
    }

    /** A row of a match, with the bank's sign. */
    @Serdeable.Serializable
    record MatchedRow(
            long id,
            String date,
            String label,
            String amount,
            @Nullable String account,
            @Nullable String category,
            String expenseType) {

        static MatchedRow of(AmountText amounts, Transaction row) {
            return new MatchedRow(
                    row.id(),
                    row.line().date().toString(),
                    row.line().label(),
                    amounts.text(row.line().amount()),
                    row.line().account(),
                    row.classification().category(),
                    row.classification().type().name());
        }
    }

    static ConfirmationsResponse of(ReadResult<ShowConfirmations.Confirmations> shown) {
        var amounts = new AmountText(shown.currency());
        ShowConfirmations.Confirmations found = shown.thing();
        return new ConfirmationsResponse(
                found.month().toString(),
                shown.currency().getCurrencyCode(),
                found.sums().count(),
                amounts.text(found.sums().amount()),
                amounts.text(found.sums().total()),
                amounts.text(found.sums().totalIfConfirmed()),
                found.pending().stream()
                        .map(pending -> Confirmation.of(amounts, pending))
                        .toList());
    }
}
