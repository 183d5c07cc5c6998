package io.prorata.application.settlement;

import io.prorata.domain.household.Party;
import io.prorata.domain.money.Money;
import io.prorata.domain.settlement.Settlement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * What a settlement is to say.
 *
 * @param month that it settles; that of its date if empty
 * @param rows ids of transactions that show it
 */
public record SettlementTerms(
        LocalDate date,
        Optional<YearMonth> month,
        Party from,
        Party to,
        Money amount,
        @Nullable String note,
        SortedSet<Long> rows) {

    /** Returns the settlement of this id. */
    Settlement as(long id) {
        return new Settlement(id, date, month, from, to, amount, note, rows);
    }
}
