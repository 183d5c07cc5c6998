package io.prorata.application.view;

import io.prorata.domain.ledger.CategoryChoice;
import io.prorata.domain.ledger.ExpenseType;
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
        int limit) {}
