package io.prorata.application.plan;

import static java.util.stream.Collectors.toMap;

import io.prorata.application.port.Books;
import io.prorata.domain.expense.BillMonths;
import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.expense.FixedTerms;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.money.Money;
import io.prorata.domain.naming.Naming;
import io.prorata.domain.plan.Budget;
import io.prorata.domain.plan.Config;
import io.prorata.domain.plan.MemberIncome;
import io.prorata.domain.plan.PlanBook;
import io.prorata.domain.provision.Provision;
import io.prorata.domain.provision.ProvisionTerms;
import io.prorata.domain.provision.SavingMonth;
import io.prorata.domain.split.SplitKey;
import io.prorata.domain.time.Timeline;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which months that are over show other figures after a write: its answer names them. */
public final class PlansMoved {

    private final YearMonth current;

    public PlansMoved(Household settings, Clock clock) {
        this.current = YearMonth.now(clock.withZone(settings.zone()));
    }

    /** What a month shows of a bill. */
    private record BillFigures(Optional<FixedTerms> terms, Money part, Optional<Money> putAside) {

        static BillFigures of(BillMonths months, YearMonth month) {
            return new BillFigures(
                    months.bill().terms().at(month),
                    months.partOf(month),
                    months.savedIn(month).map(SavingMonth::balance));
        }
    }

    /** Returns what each month that is over shows of a bill, from its first on. */
    private Function<YearMonth, BillFigures> figures(FixedExpense bill) {
        BillMonths months = bill.months(first(bill.terms()).orElse(current), current);
        return month -> BillFigures.of(months, month);
    }

    /** What a month shows of a provision; {@code planned} is empty where its terms alone say it. */
    private record ProvisionFigures(
            boolean shown, Optional<ProvisionTerms> terms, Optional<Money> planned, Money balance, Money reached) {

        private static final ProvisionFigures NONE =
                new ProvisionFigures(false, Optional.empty(), Optional.empty(), Money.ZERO, Money.ZERO);

        static ProvisionFigures of(
                Optional<ProvisionTerms> terms, Optional<Money> planned, Money balance, Money reached) {
            return terms.isPresent() || !balance.isZero()
                    ? new ProvisionFigures(true, terms, planned, balance, reached)
                    : NONE;
        }
    }

    /** Returns what each month that is over shows of a provision, from its first on. */
    private Function<YearMonth, ProvisionFigures> figures(PlanBook book, Provision provision) {
        Optional<YearMonth> first = first(provision.terms());
        Map<YearMonth, SavingMonth> landed = provision.isMovedByFactsAlone(current)
                ? Map.of()
                : book.savings(provision, current).stream().collect(toMap(SavingMonth::month, Function.identity()));
        return month -> {
            if (first.filter(begins -> !begins.isAfter(month)).isEmpty()) {
                return ProvisionFigures.NONE;
            }
            Optional<ProvisionTerms> terms = provision.terms().at(month);
            SavingMonth saved = provision.isMovedByFactsAlone(month) ? null : landed.get(month);
            Money balance = saved == null ? provision.balanceAt(month) : saved.balance();
            return saved == null
                    ? ProvisionFigures.of(terms, Optional.empty(), balance, balance)
                    : ProvisionFigures.of(terms, Optional.of(saved.planned()), balance, saved.reached());
        };
    }

    /** What a month shows of a config. */
    private record ConfigFigures(List<MemberIncome> members, SplitKey key) {

        static Optional<ConfigFigures> of(Timeline<Config> configs, YearMonth month) {
            return configs.at(month).map(config -> new ConfigFigures(config.members(), config.key()));
        }
    }

    /** Returns the months in which a new bill holds. */
    public SortedSet<YearMonth> by(FixedExpense planned) {
        return held(planned.terms());
    }

    /**
     * Returns the months in which a bill is not what it was, and those in which other transactions are shown as having paid it: that moves no
     * plan, but what past months show as paid.
     */
    public SortedSet<YearMonth> by(FixedExpense before, FixedExpense after, HouseholdId household, Books books) {
        Set<String> payers = Naming.folded(before.paidBy()).equals(Naming.folded(after.paidBy()))
                ? Set.of()
                : Stream.of(before.paidBy(), after.paidBy()).map(Naming::folded).collect(Collectors.toSet());
        Function<YearMonth, BillFigures> was = figures(before);
        Function<YearMonth, BillFigures> is = figures(after);
        return months(
                first(before.terms(), after.terms()),
                month -> !was.apply(month).equals(is.apply(month))
                        || (!payers.isEmpty()
                                && after.terms().at(month).isPresent()
                                && hasPaid(payers, household, books, month)));
    }

    private static boolean hasPaid(Set<String> payers, HouseholdId household, Books books, YearMonth month) {
        return books.ledger().facts(household, month).byCategory(ExpenseType.FIXED).keySet().stream()
                .filter(Objects::nonNull)
                .map(Naming::folded)
                .anyMatch(payers::contains);
    }

    /**
     * Returns the months in which a new provision holds, or has a balance after its end.
     *
     * @param book with the incomes that it is reckoned from
     */
    public SortedSet<YearMonth> by(PlanBook book, Provision planned) {
        Function<YearMonth, ProvisionFigures> figures = figures(book, planned);
        return months(first(planned.terms()), month -> figures.apply(month).shown());
    }

    /**
     * Returns the months in which the terms or the balance of a provision, or what it puts aside, are not what they were.
     *
     * @param book with the incomes that both are reckoned from
     */
    public SortedSet<YearMonth> by(PlanBook book, Provision before, Provision after) {
        Function<YearMonth, ProvisionFigures> was = figures(book, before);
        Function<YearMonth, ProvisionFigures> is = figures(book, after);
        return months(
                first(before.terms(), after.terms()), month -> !was.apply(month).equals(is.apply(month)));
    }

    /** Returns the months in which a new budget holds. */
    public SortedSet<YearMonth> by(Budget planned) {
        return held(planned.terms());
    }

    /** Returns the months in which a budget is not what it was: another amount, another split, or that of another category. */
    public SortedSet<YearMonth> by(Budget before, Budget after) {
        boolean other = !after.isOf(before.category());
        return months(
                first(before.terms(), after.terms()),
                month -> !before.terms().at(month).equals(after.terms().at(month))
                        || (other && after.terms().at(month).isPresent()));
    }

    /**
     * Returns the months in which others are present, earn otherwise or divide otherwise, and those in which a provision that lands has another
     * balance or amount because of it.
     */
    public SortedSet<YearMonth> by(PlanBook before, PlanBook after) {
        SortedSet<YearMonth> moved = new TreeSet<>(months(
                first(before.configs(), after.configs()),
                month -> !ConfigFigures.of(before.configs(), month).equals(ConfigFigures.of(after.configs(), month))));
        after.provisions().stream()
                .filter(provision -> !provision.isMovedByFactsAlone(current))
                .forEach(provision -> {
                    Function<YearMonth, ProvisionFigures> was = figures(before, provision);
                    Function<YearMonth, ProvisionFigures> is = figures(after, provision);
                    moved.addAll(months(
                            first(provision.terms()), month -> !was.apply(month).equals(is.apply(month))));
                });
        return Change.months(moved);
    }

    /** Returns the months of those of {@code rows} that count; a row that names a provision moves its balance in all later months too. */
    public SortedSet<YearMonth> by(Collection<Transaction> rows) {
        List<Transaction> counted = rows.stream()
                .filter(row ->
                        !row.classification().excluded() && row.attribution().common())
                .toList();
        SortedSet<YearMonth> moved =
                new TreeSet<>(among(counted.stream().map(Transaction::month).toList()));
        counted.stream()
                .filter(row -> row.attribution().provision().isPresent())
                .map(Transaction::month)
                .min(YearMonth::compareTo)
                .ifPresent(first -> moved.addAll(months(Optional.of(first), month -> true)));
        return Change.months(moved);
    }

    /** Returns those of {@code months} that are over. */
    public SortedSet<YearMonth> among(Collection<YearMonth> months) {
        return Change.months(
                months.stream().filter(month -> month.isBefore(current)).toList());
    }

    private SortedSet<YearMonth> held(Timeline<?> terms) {
        return months(first(terms), month -> terms.at(month).isPresent());
    }

    private SortedSet<YearMonth> months(Optional<YearMonth> first, Predicate<YearMonth> moved) {
        List<YearMonth> months = new ArrayList<>();
        for (YearMonth month = first.orElse(current); month.isBefore(current); month = month.plusMonths(1)) {
            if (moved.test(month)) {
                months.add(month);
            }
        }
        return Change.months(months);
    }

    private static Optional<YearMonth> first(Timeline<?>... timelines) {
        return Stream.of(timelines)
                .flatMap(timeline -> timeline.entries().stream())
                .map(Timeline.Entry::from)
                .min(Comparator.naturalOrder());
    }
}
