package io.prorata.application.provision;

import io.prorata.application.port.Ledger;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.request.ReadResult;
import io.prorata.application.view.AttributionFilter;
import io.prorata.application.view.TransactionFilter;
import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.PlanLink;
import io.prorata.domain.money.Money;
import io.prorata.domain.plan.PlanBook;
import io.prorata.domain.provision.FreeSavings;
import io.prorata.domain.provision.Provision;
import io.prorata.domain.provision.SavingFacts;
import io.prorata.domain.provision.SavingMonth;
import io.prorata.domain.provision.SavingSchedule.Held;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Shows what provisions and bills with a due month will hold month by month, beside a stated balance of the real savings (formula 18). */
public final class ShowProjection {

    private static final Money CENT = new Money(1);

    private final UnitOfWork work;
    private final Clock clock;

    public ShowProjection(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /**
     * One provision.
     *
     * @param months the current one and those after it; none before its first terms
     * @param now what is there on the day of the statement
     */
    public record Line(Provision provision, List<SavingMonth> months, Held now) {}

    /**
     * One bill with a due month.
     *
     * @param months the current one and those after it in which its terms name a due month
     * @param now what has been put aside for it at the end of the month before
     */
    public record BillLine(FixedExpense bill, List<SavingMonth> months, Money now) {}

    /**
     * What is to come.
     *
     * @param date the day of the statement: facts of its month up to it are counted first
     * @param last the last month
     * @param lines in the order of display; those that hold nothing in any of the months are left out
     * @param bills those with a due month in any of the months, by id
     * @param stated what is there really, if it was stated
     * @param free beside it
     */
    public record Projection(
            LocalDate date,
            YearMonth last,
            List<Line> lines,
            List<BillLine> bills,
            Optional<Money> stated,
            Optional<FreeSavings> free) {

        /** Returns the month of the statement. */
        public YearMonth current() {
            return YearMonth.from(date);
        }
    }

    /**
     * @param months how many, from the current one on
     * @param stated the balance of the real savings, if it is known
     */
    public ReadResult<Projection> show(HouseholdId household, int months, Optional<Money> stated) {
        return work.read(household, books -> {
            Household settings = books.households().get(household);
            LocalDate today = LocalDate.ofInstant(clock.instant(), settings.zone());
            YearMonth current = YearMonth.from(today);
            YearMonth last = current.plusMonths(months - 1L);
            PlanBook book = books.plans().book(household);
            List<FreeSavings.Line> all = book.provisions().stream()
                    .map(provision -> new FreeSavings.Line(
                            book.savings(provision, last),
                            true,
                            Optional.of(book.schedule(provision)
                                    .within(current, facts(books.ledger(), household, provision, today)))))
                    .toList();
            List<BillLine> bills = book.fixed().stream()
                    .map(bill -> new BillLine(bill, from(current, bill.savedUntil(last)), bill.savedBefore(current)))
                    .filter(line -> !line.months().isEmpty())
                    .toList();
            List<FreeSavings.Line> claims = Stream.concat(
                            all.stream(),
                            bills.stream()
                                    .map(line -> new FreeSavings.Line(
                                            line.months(), false, Optional.of(new Held(line.now(), Money.ZERO)))))
                    .toList();
            return new ReadResult<>(
                    new Projection(
                            today,
                            last,
                            lines(book, all, current),
                            bills,
                            stated,
                            stated.map(balance -> FreeSavings.of(balance, current, last, claims))),
                    settings.currency(),
                    books.revisions().stampOf(household, ViewScopes.ofMonths(new HashSet<>(List.of(current, last)))),
                    books.revisions().current(household));
        });
    }

    private static List<Line> lines(PlanBook book, List<FreeSavings.Line> all, YearMonth current) {
        List<Provision> provisions = book.provisions();
        return IntStream.range(0, provisions.size())
                .mapToObj(index -> new Line(
                        provisions.get(index),
                        from(current, all.get(index).months()),
                        all.get(index).within().orElseThrow()))
                .filter(line -> line.months().stream()
                        .anyMatch(month -> !month.hasEnded() || !month.balance().isZero()))
                .toList();
    }

    private static List<SavingMonth> from(YearMonth first, List<SavingMonth> months) {
        return months.stream().filter(month -> !month.month().isBefore(first)).toList();
    }

    /** Returns what has become of a provision in the month of {@code day}, up to it. */
    private static SavingFacts facts(Ledger ledger, HouseholdId household, Provision provision, LocalDate day) {
        YearMonth month = YearMonth.from(day);
        SavingFacts moved = provision.movements().stream()
                .filter(movement -> YearMonth.from(movement.date()).equals(month)
                        && !movement.date().isAfter(day))
                .map(SavingFacts::of)
                .reduce(SavingFacts.NONE, SavingFacts::plus);
        if (!provision.rows().containsKey(month)) {
            return moved;
        }
        TransactionFilter named = TransactionFilter.ALL
                .between(month.atDay(1), day)
                .counted(new AttributionFilter(
                        Optional.of(true),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new PlanLink.Provision(provision.id())),
                        Optional.empty(),
                        Set.of()));
        TransactionFilter put = named.ofTypes(EnumSet.of(ExpenseType.PROVISION));
        TransactionFilter paid = named.ofTypes(EnumSet.of(ExpenseType.FIXED, ExpenseType.VARIABLE));
        return moved.plus(SavingFacts.ofProvisionRow(sum(ledger, household, put.atMost(CENT.negated()))))
                .plus(SavingFacts.ofProvisionRow(sum(ledger, household, put.atLeast(CENT))))
                .plus(SavingFacts.ofPaidRow(sum(ledger, household, paid.atMost(CENT.negated()))))
                .plus(SavingFacts.ofPaidRow(sum(ledger, household, paid.atLeast(CENT))));
    }

    private static Money sum(Ledger ledger, HouseholdId household, TransactionFilter rows) {
        return ledger.sum(household, rows).sum();
    }
}
