package io.prorata.application.confirmation;

import io.prorata.application.port.Books;
import io.prorata.application.view.TransactionFilter;
import io.prorata.application.view.TransactionFilter.Chosen;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.plan.PlanBook;
import io.prorata.domain.recognition.Match;
import io.prorata.domain.recognition.MonthMatches;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Narrows a filter down to the rows that are to confirm, or to the others. */
public final class RowsToConfirm {

    /** Of so many months at most: all their rows are looked through. */
    public static final int MOST_MONTHS = 24;

    private RowsToConfirm() {}

    /** Returns whether the rows of {@code filter} are of few enough months to be looked through. */
    public static boolean isBounded(TransactionFilter filter) {
        return filter.from()
                .flatMap(from -> filter.to().map(to -> isBounded(from, to)))
                .orElse(false);
    }

    private static boolean isBounded(LocalDate from, LocalDate to) {
        return YearMonth.from(to).isBefore(YearMonth.from(from).plusMonths(MOST_MONTHS));
    }

    /**
     * Returns {@code filter}, narrowed down if that is asked for.
     *
     * @param toConfirm whether rows of matches are wanted, or those of none; {@code filter} has to be bounded then
     */
    public static TransactionFilter narrowed(
            HouseholdId household, Books books, TransactionFilter filter, Optional<Boolean> toConfirm) {
        return toConfirm
                .map(wanted -> filter.with(new Chosen(ids(household, books, filter), wanted)))
                .orElse(filter);
    }

    private static Set<Long> ids(HouseholdId household, Books books, TransactionFilter filter) {
        Household settings = books.households().get(household);
        PlanBook plan = books.plans().book(household);
        // A match belongs to the month of its first row; the other one may be in the next month or in the one before.
        YearMonth first = YearMonth.from(filter.from().orElseThrow()).minusMonths(1);
        YearMonth last = YearMonth.from(filter.to().orElseThrow()).plusMonths(1);
        Set<Long> ids = new HashSet<>();
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            MonthMatches.of(month, RowsAround.of(household, books, month), plan, settings.members()).matches().stream()
                    .map(Match::rows)
                    .forEach(ids::addAll);
        }
        return ids;
    }
}
