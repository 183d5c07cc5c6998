package io.prorata.adapter.web.rendering.fragment;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.domain.recognition.ToConfirm;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The matches to confirm in the month.
 *
 * @param count the number of matches, each of one or two rows
 * @param totalAmount the sum of their first rows, each with the sign of its type
 * @param totalExpenses the month's expenses now
 * @param totalIfConfirmed the month's expenses if all were confirmed
 * @param url the address of the list
 */
@Serdeable.Serializable
public record ToConfirmJson(int count, String totalAmount, String totalExpenses, String totalIfConfirmed, String url) {

    /** Returns nothing if the month has too many rows for the search. */
    public static @Nullable ToConfirmJson of(AmountText amounts, YearMonth month, Optional<ToConfirm> found) {
        return found.map(sums -> new ToConfirmJson(
                        sums.count(),
                        amounts.text(sums.amount()),
                        amounts.text(sums.total()),
                        amounts.text(sums.totalIfConfirmed()),
                        "/confirmations?month=" + month))
                .orElse(null);
    }

    /** Also returns nothing without matches. */
    public static @Nullable ToConfirmJson ofAny(AmountText amounts, YearMonth month, Optional<ToConfirm> found) {
        return of(amounts, month, found.filter(sums -> sums.count() > 0));
    }
}
