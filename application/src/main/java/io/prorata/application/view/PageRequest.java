package io.prorata.application.view;

import io.prorata.domain.ledger.CategoryChoice;
import io.prorata.domain.ledger.ExpenseType;
import java.time.YearMonth;
import java.util.Optional;

/**
 * A stretch of a month's transactions of one type, the latest first; excluded ones are in none, as they are in no figure.
 *
 * @param after the place after which it begins; the beginning if empty
 * @param offset rows to leave out first
 * @param limit the most rows of it
 */
public record PageRequest(
        YearMonth month,
        ExpenseType type,
        CategoryChoice category,
        Optional<TransactionOrder.Place> after,
        long offset,
        int limit) {}
