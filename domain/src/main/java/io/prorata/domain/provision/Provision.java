package io.prorata.domain.provision;

import io.prorata.domain.money.Money;
import io.prorata.domain.time.Timeline;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * Money set aside each month for something: a plan.
 *
 * @param opening what was there before the first movement
 * @param movements contributions and withdrawals, in any order; transactions never feed a provision by themselves
 */
public record Provision(
        long id, ProvisionCard card, Money opening, Timeline<ProvisionTerms> terms, List<Movement> movements) {

    /** Refuses an opening balance that is too large with an {@link IllegalArgumentException}. */
    public Provision {
        opening.withinBounds();
        movements = List.copyOf(movements);
    }

    /** Returns what is there at the end of {@code month} (formula 10). */
    public Money balanceAt(YearMonth month) {
        LocalDate end = month.atEndOfMonth();
        return movements.stream()
                .filter(movement -> !movement.date().isAfter(end))
                .map(Movement::amount)
                .reduce(opening, Money::plus);
    }
}
