package io.prorata.adapter.web.ledger;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.json.PaginationJson;
import io.prorata.application.ledger.ShowTransactions;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A page of transactions, with the bank's sign.
 *
 * @param sum the sum of all pages; absent without {@code sum=true}
 */
@Serdeable.Serializable
record TransactionsResponse(
        String currency,
        List<TransactionResponse> transactions,
        PaginationJson pagination,
        @Nullable Sum sum) {

    /** The sum of all matching rows, with the bank's sign. */
    @Serdeable.Serializable
    record Sum(long count, String amount) {}

    static TransactionsResponse of(
            ShowTransactions.TransactionPage page,
            @Nullable String next,
            @Nullable String nextUrl,
            AmountText amounts) {
        OptionalLong total = page.total();
        ShowTransactions.Query query = page.query();
        return new TransactionsResponse(
                amounts.currency().getCurrencyCode(),
                page.rows().stream()
                        .map(entry -> TransactionResponse.of(entry, page.accounts(), amounts))
                        .toList(),
                new PaginationJson(
                        query.limit(),
                        query.after().isPresent() ? null : (Long) query.offset(),
                        total.isPresent() ? (Long) total.getAsLong() : null,
                        next != null,
                        next,
                        nextUrl),
                page.sum()
                        .map(sum -> new Sum(sum.count(), amounts.text(sum.sum())))
                        .orElse(null));
    }
}
