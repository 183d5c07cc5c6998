package io.prorata.domain.provision;

import io.prorata.domain.money.Money;
import io.prorata.domain.time.Timeline;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

    /**
     * Returns what is there at the end of {@code month} (formula 10).
     *
     * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f10">Formula 10, progress of a provision</a>
     */
    public Money balanceAt(YearMonth month) {
        LocalDate end = month.atEndOfMonth();
        return movements.stream()
                .filter(movement -> !movement.date().isAfter(end))
                .map(Movement::amount)
                .reduce(opening, Money::plus);
    }

    /** Returns the first month from {@code month} on at whose end the balance is below 0; empty if there is none. */
    public Optional<YearMonth> negativeFrom(YearMonth month) {
        return Stream.concat(Stream.of(month), movements.stream().map(movement -> YearMonth.from(movement.date())))
                .filter(candidate -> !candidate.isBefore(month))
                .sorted()
                .filter(candidate -> balanceAt(candidate).isNegative())
                .findFirst();
    }

    /** Returns whether it has begun, or was ended before it began, by {@code month}, and does not hold in it. */
    public boolean endedIn(YearMonth month) {
        List<Timeline.Entry<ProvisionTerms>> entries = terms.entries();
        return !entries.isEmpty()
                && !entries.get(0).from().isAfter(month)
                && terms.at(month).isEmpty();
    }

    /** Returns whether it has ended, and still has a balance: it is shown until that is 0. */
    public boolean endedWithBalanceIn(YearMonth month) {
        return endedIn(month) && !balanceAt(month).isZero();
    }

    /** Returns whether lists of {@code month} show it: it is in force, or has ended and still has a balance. */
    public boolean shownIn(YearMonth month) {
        return terms.at(month).isPresent() || endedWithBalanceIn(month);
    }
}
