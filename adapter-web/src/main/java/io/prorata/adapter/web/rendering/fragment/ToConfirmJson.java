package io.prorata.adapter.web.rendering.fragment;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.domain.recognition.ToConfirm;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to confirm in the month: rows that may be more than they say.
 *
 * @param count how many matches there are, each of one or two rows
 * @param totalAmount what their first rows come to, each in the sense of its type
 * @param totalExpenses what the month costs as it is
 * @param totalIfConfirmed what it would cost if all were confirmed
 * @param url of the list
 */
@Serdeable.Serializable
public record ToConfirmJson(int count, String totalAmount, String totalExpenses, String totalIfConfirmed, String url) {

    /** Returns nothing where the month has too many rows to look through. */
    public static @Nullable ToConfirmJson of(AmountText amounts, YearMonth month, Optional<ToConfirm> found) {
        return found.map(sums -> new ToConfirmJson(
                        sums.count(),
                        amounts.text(sums.amount()),
                        amounts.text(sums.total()),
                        amounts.text(sums.totalIfConfirmed()),
                        "/confirmations?month=" + month))
                .orElse(null);
    }

    /** Returns nothing either where nothing is to confirm. */
    public static @Nullable ToConfirmJson ofAny(AmountText amounts, YearMonth month, Optional<ToConfirm> found) {
        return of(amounts, month, found.filter(sums -> sums.count() > 0));
    }
}
