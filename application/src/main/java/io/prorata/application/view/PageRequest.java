package io.prorata.application.view;

import io.prorata.domain.ledger.CategoryChoice;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.MonthFacts;
import java.time.YearMonth;
import java.util.Optional;

/**
 * A page of a month's transactions of one type, the latest first, without excluded ones.
 *
 * @param after the place after which it begins; the beginning if empty
 * @param offset the number of rows to skip
 * @param limit the maximum number of rows
 */
public record PageRequest(
        YearMonth month,
        ExpenseType type,
        CategoryChoice category,
        Optional<TransactionOrder.Place> after,
        long offset,
        int limit) {

    /** Returns the same page, with the name of its category as {@code facts} of its month spell it. */
    public PageRequest spelled(MonthFacts facts) {
        return new PageRequest(month, type, facts.spelled(category), after, offset, limit);
    }
}
