package io.prorata.application.recognition;

import io.prorata.application.confirmation.RowsAround;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.request.ReadResult;
import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.plan.PlanBook;
import io.prorata.domain.recognition.Match;
import io.prorata.domain.recognition.MonthMatches;
import io.prorata.domain.recognition.ToConfirm;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Shows what is to confirm in a month, and what the month comes to as it is and if all of it were confirmed. */
public final class ShowConfirmations {

    private final UnitOfWork work;
    private final Clock clock;

    public ShowConfirmations(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /**
     * A match that waits for somebody's word.
     *
     * @param rows those of the match, in its order
     * @param bill the label of the bill that it may pay, if it is one
     */
    public record Pending(Match match, List<Transaction> rows, Optional<String> bill) {}

    /** All of a month, and what it comes to. */
    public record Confirmations(YearMonth month, List<Pending> pending, ToConfirm sums) {}

    /** @param month the current month of the household if empty */
    public ReadResult<Confirmations> show(HouseholdId household, Optional<YearMonth> month) {
        return work.read(household, books -> {
            Household settings = books.households().get(household);
            YearMonth in = month.orElseGet(() -> settings.monthAt(clock.instant()));
            PlanBook book = books.plans().book(household);
            MonthMatches found = MonthMatches.of(in, RowsAround.of(household, books, in), book, settings.members());
            Map<Long, String> bills =
                    book.fixed().stream().collect(Collectors.toMap(FixedExpense::id, FixedExpense::label));
            ToConfirm sums = found.toConfirm(book.at(in), books.ledger().facts(household, in));
            return new ReadResult<>(
                    new Confirmations(
                            in,
                            found.matches().stream()
                                    .map(match -> pending(match, found.rows(), bills))
                                    .toList(),
                            sums),
                    settings.currency(),
                    books.revisions().stampOf(household, ViewScopes.ofMonthAndRowsAround(in)),
                    books.revisions().current(household));
        });
    }

    private static Pending pending(Match match, Map<Long, Transaction> rows, Map<Long, String> bills) {
        return new Pending(
                match,
                match.rows().stream().map(rows::get).toList(),
                match instanceof Match.PaysBill(long row, long bill)
                        ? Optional.ofNullable(bills.get(bill))
                        : Optional.empty());
    }
}
