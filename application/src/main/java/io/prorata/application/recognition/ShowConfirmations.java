package io.prorata.application.recognition;

import io.prorata.application.port.UnitOfWork;
import io.prorata.application.request.ReadResult;
import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.MonthFacts;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.money.Money;
import io.prorata.domain.plan.MonthPlan;
import io.prorata.domain.plan.MonthSummary;
import io.prorata.domain.plan.PlanBook;
import io.prorata.domain.recognition.Confirmed;
import io.prorata.domain.recognition.Match;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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

    /**
     * All of a month.
     *
     * @param total what the month costs as it is
     * @param totalIfConfirmed what it would cost if all were confirmed
     */
    public record Confirmations(YearMonth month, List<Pending> pending, Money total, Money totalIfConfirmed) {}

    /** @param month the current month of the household if empty */
    public ReadResult<Confirmations> show(HouseholdId household, Optional<YearMonth> month) {
        return work.read(household, books -> {
            Household settings = books.households().get(household);
            YearMonth in = month.orElseGet(() -> settings.monthAt(clock.instant()));
            PlanBook book = books.plans().book(household);
            MonthMatches found = MonthMatches.of(household, settings, books, book, in);
            Map<Long, String> bills =
                    book.fixed().stream().collect(Collectors.toMap(FixedExpense::id, FixedExpense::label));
            MonthFacts facts = books.ledger().facts(household, in);
            MonthPlan plan = book.at(in);
            Function<MonthFacts, Money> total = of -> MonthSummary.of(plan, of).totalExpenses();
            return new ReadResult<>(
                    new Confirmations(
                            in,
                            found.matches().stream()
                                    .map(match -> pending(match, found.rows(), bills))
                                    .toList(),
                            total.apply(facts),
                            total.apply(ifConfirmed(facts, found))),
                    settings.currency(),
                    books.revisions().stampOf(household, scopes(in)),
                    books.revisions().current(household));
        });
    }

    /** Rows of some days around the month are looked at, too. */
    private static ViewScopes scopes(YearMonth month) {
        return ViewScopes.ofMonths(Set.of(month.minusMonths(1), month, month.plusMonths(1)));
    }

    private static Pending pending(Match match, Map<Long, Transaction> rows, Map<Long, String> bills) {
        return new Pending(
                match,
                match.rows().stream().map(rows::get).toList(),
                match instanceof Match.PaysBill(long row, long bill)
                        ? Optional.ofNullable(bills.get(bill))
                        : Optional.empty());
    }

    private static MonthFacts ifConfirmed(MonthFacts facts, MonthMatches found) {
        List<Transaction> gone = new ArrayList<>();
        List<Transaction> come = new ArrayList<>();
        for (Match match : found.matches()) {
            Confirmed confirmed = Confirmed.of(match, found.rows(), Optional.empty());
            gone.addAll(confirmed.before());
            come.addAll(confirmed.after());
        }
        gone.removeIf(row -> !row.month().equals(found.month()));
        come.removeIf(row -> !row.month().equals(found.month()));
        return facts.after(gone, come);
    }
}
